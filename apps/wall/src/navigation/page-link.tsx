import type { ComponentProps, MouseEvent, ReactNode } from 'react';

import { useGoTo } from './go-to.ts';

/** A link that a press with a modifier or the middle button opens elsewhere, as browsers do. */
export function PageLink({
  href,
  onClick,
  children,
  ...rest
}: ComponentProps<'a'> & { readonly href: string; readonly children: ReactNode }): ReactNode {
  const goTo = useGoTo();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(href);
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
