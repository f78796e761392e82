import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
  type RouterHistory,
} from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';

import { BrokenPage } from './broken-page.tsx';
import { MissingPage } from './missing-page.tsx';
import { pageSearchSchema, readSearch, writeSearch, type PageSearch } from './page-search.ts';

/** A page beside the wall, loaded when somebody goes there: a wall never does. */
export interface LatePage {
  /** Such as `/import`, or `/drill/$` with everything below it. */
  readonly path: string;
  readonly load: () => Promise<() => ReactNode>;
}

/** The pages that `main.tsx` puts together. */
export interface Pages {
  /** Around every page: what lives on when the page changes. */
  readonly shell: ComponentType<{
    readonly search: PageSearch;
    /** Goes to an address of this site without leaving the page. */
    readonly goTo: (href: string) => void;
    readonly children: ReactNode;
  }>;
  readonly wall: () => ReactNode;
  /** Around every page but the wall. */
  readonly frame: ComponentType<{ readonly children: ReactNode }>;
  readonly late: readonly LatePage[];
}

/** `/` is the wall; an address of no page says so, in the frame that leads to all pages. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the router's type is the list of its routes
export function pageRouter(
  { shell: Shell, wall, frame: Frame, late }: Pages,
  history: RouterHistory = createBrowserHistory(),
) {
  const goTo = (href: string): void => {
    history.push(href);
  };
  const root = createRootRoute({
    validateSearch: (search) => pageSearchSchema.parse(search),
    component: () => (
      <Shell search={root.useSearch()} goTo={goTo}>
        <Outlet />
      </Shell>
    ),
    notFoundComponent: () => (
      <Frame>
        <MissingPage />
      </Frame>
    ),
  });
  const wallRoute = createRoute({ getParentRoute: () => root, path: '/', component: wall });
  const framed = createRoute({
    getParentRoute: () => root,
    id: 'framed',
    component: () => (
      <Frame>
        <Outlet />
      </Frame>
    ),
  });
  const pages = late.map(({ path, load }) =>
    createRoute({
      getParentRoute: () => framed,
      path,
      component: lazyRouteComponent(async () => ({ default: await load() })),
    }),
  );
  return createRouter({
    routeTree: root.addChildren([wallRoute, framed.addChildren(pages)]),
    defaultErrorComponent: BrokenPage,
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    history,
  });
}

export function RoutedPages({ router }: { readonly router: ReturnType<typeof pageRouter> }): ReactNode {
  return <RouterProvider router={router} />;
}
