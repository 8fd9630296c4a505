import type { ReactNode } from 'react';
import { isWebUrl, linkAddress } from '#shared/article/url.ts';
import { useClient } from '#renderer/connection/provider.tsx';

/** A link as readers see it. Pressed, it opens in the person's own browser, never in place of the application. */
export function OutsideLink({
  href,
  className,
  children,
}: {
  href: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const client = useClient();
  const address = linkAddress(href);
  if (address === null) return <span className={className}>{children}</span>;
  return (
    <a
      href={address}
      {...(className === undefined ? {} : { className })}
      rel="noreferrer"
      onClick={(event) => {
        if (!isWebUrl(address)) return;
        event.preventDefault();
        void client.call('host.openOutside', { url: address });
      }}
    >
      {children}
    </a>
  );
}
