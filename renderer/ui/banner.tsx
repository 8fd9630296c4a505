import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './banner.css';

export interface BannerProps {
  /** `danger` interrupts a listener; the others wait their turn. */
  readonly tone: 'danger' | 'warn' | 'info';
  readonly title?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

const ICONS = { danger: CircleAlert, warn: TriangleAlert, info: Info } as const;

/** A line that stays for as long as what it says is so. */
export function Banner({ tone, title, children, actions }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`banner banner-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <p className="banner-text">
        {title === undefined ? null : <strong>{title}. </strong>}
        {children}
      </p>
      {actions}
    </div>
  );
}
