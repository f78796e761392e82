import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
  type RouterHistory,
} from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';

import { BrokenPage } from './broken-page.tsx';
import { pageSearchSchema, readSearch, writeSearch, type PageSearch } from './page-search.ts';

/** The pages that `main.tsx` puts together. */
export interface Pages {
  readonly wall: ComponentType<{ readonly search: PageSearch }>;
  /** Loaded when somebody goes there: a wall never does. */
  readonly importing: () => Promise<{ readonly ImportPage: ComponentType }>;
}

/** `/` is the wall, `/import` the import page; any other address shows the wall too, never an empty page. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the router's type is the list of its routes
export function pageRouter({ wall: Wall, importing }: Pages, history?: RouterHistory) {
  const root = createRootRoute({ validateSearch: (search) => pageSearchSchema.parse(search) });
  const WallPage = (): ReactNode => <Wall search={root.useSearch()} />;
  const wall = createRoute({ getParentRoute: () => root, path: '/', component: WallPage });
  const importPage = createRoute({
    getParentRoute: () => root,
    path: '/import',
    component: lazyRouteComponent(importing, 'ImportPage'),
  });
  return createRouter({
    routeTree: root.addChildren([wall, importPage]),
    defaultNotFoundComponent: WallPage,
    defaultErrorComponent: BrokenPage,
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    ...(history === undefined ? {} : { history }),
  });
}

export function RoutedPages({ router }: { readonly router: ReturnType<typeof pageRouter> }): ReactNode {
  return <RouterProvider router={router} />;
}
