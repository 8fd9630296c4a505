import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  readonly title: string;
  /** Whether it is all there is on the page, which then is called so. */
  readonly isPage?: boolean;
  readonly hint?: string;
  readonly icon?: ReactNode;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** What stands where there is nothing yet: says why, and what to do. */
export function EmptyState({ title, isPage = false, hint, icon, children }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon}
      {isPage ? <h1 className="empty-title">{title}</h1> : <p className="empty-title">{title}</p>}
      {hint === undefined ? null : <p className="empty-hint">{hint}</p>}
      {children === undefined ? null : <div className="empty-actions">{children}</div>}
    </div>
  );
}
