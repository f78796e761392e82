import { createContext, use } from 'react';

/** Goes to an address of this site. Without a router the browser does it; with one the page stays and keeps its stream. */
export const GoToContext = createContext<(href: string) => void>((href) => {
  location.assign(href);
});

export function useGoTo(): (href: string) => void {
  return use(GoToContext);
}
