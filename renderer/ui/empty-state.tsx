import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** What stands where there is nothing yet: says why, and what to do. */
export function EmptyState({ title, hint, icon, children }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon}
      <p className="empty-title">{title}</p>
      {hint === undefined ? null : <p className="empty-hint">{hint}</p>}
      {children === undefined ? null : <div className="empty-actions">{children}</div>}
    </div>
  );
}
