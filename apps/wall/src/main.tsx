import { StrictMode, type ComponentProps, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

import { LookProvider } from './look/theme.tsx';
import { GoToContext } from './navigation/go-to.ts';
import { OverviewScene } from './overview-scene.tsx';
import { PageFrame } from './page-frame.tsx';
import { RefusalBand } from './refusal/refusal-band.tsx';
import { pageRouter, RoutedPages, type LatePage, type Pages } from './routing/page-router.tsx';
import { latePart } from './stream/late-part.ts';
import { openReadSession } from './stream/read-session.ts';
import { readToken } from './stream/read-token.ts';
import { StreamProvider } from './stream/stream-provider.tsx';
import { LanguageProvider } from './words/language.tsx';

import './look/fonts.css';
import './look/tokens.css';
import './look/base.css';
import './kpis/cards.css';

const root = document.getElementById('wall');
if (root === null) throw new RangeError('the page has no place for the wall');
const token = readToken();
if (token !== null) await openReadSession(token);

/** One socket for all pages: whoever goes from one to the other keeps it. */
function Shell({ search, goTo, children }: ComponentProps<Pages['shell']>): ReactNode {
  return (
    <GoToContext value={goTo}>
      <StreamProvider ledger={search.ledger ?? 'simulated'} token={token}>
        {children}
      </StreamProvider>
    </GoToContext>
  );
}

function Wall(): ReactNode {
  return (
    <>
      <OverviewScene />
      <RefusalBand />
    </>
  );
}

/** Periods are calendar arithmetic: a browser without `Temporal` gets it first. */
async function withCalendar<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  if (!('Temporal' in globalThis)) await latePart(() => import('temporal-polyfill/global'));
  return await latePart(fetchPart);
}

const drillPage = async (): Promise<() => ReactNode> =>
  (await withCalendar(() => import('./drill-scene.tsx'))).DrillPage;

const centerPage = async (): Promise<() => ReactNode> =>
  (await withCalendar(() => import('./center-scene.tsx'))).CenterPage;

const incidentsPage = async (): Promise<() => ReactNode> =>
  (await latePart(() => import('./incidents/incidents-page.tsx'))).IncidentsPage;

const late: readonly LatePage[] = [
  { path: '/drill', load: drillPage },
  { path: '/drill/$', load: drillPage },
  { path: '/centers', load: centerPage },
  { path: '/centers/$', load: centerPage },
  { path: '/incidents', load: incidentsPage },
  {
    path: '/incidents/new',
    load: async () => (await latePart(() => import('./raise-scene.tsx'))).RaiseScene,
  },
  { path: '/incidents/$id', load: incidentsPage },
  {
    path: '/programme',
    load: async () => (await latePart(() => import('./programme/programme-page.tsx'))).ProgrammePage,
  },
  { path: '/sources', load: async () => (await latePart(() => import('./sources/sources-page.tsx'))).SourcesPage },
  { path: '/reports', load: async () => (await latePart(() => import('./reports/reports-page.tsx'))).ReportsPage },
  { path: '/sign-in', load: async () => (await latePart(() => import('./account/sign-in-page.tsx'))).SignInPage },
  {
    path: '/invitation/$token',
    load: async () => (await latePart(() => import('./account/invitation-page.tsx'))).InvitationPage,
  },
  { path: '/accounts', load: async () => (await latePart(() => import('./account/accounts-page.tsx'))).AccountsPage },
  {
    path: '/index-766',
    load: async () => (await withCalendar(() => import('./index-766/index-page.tsx'))).IndexPage,
  },
  { path: '/form', load: async () => (await withCalendar(() => import('./report-form/form-page.tsx'))).FormPage },
  { path: '/import', load: async () => (await latePart(() => import('./importing/import-page.tsx'))).ImportPage },
];

createRoot(root).render(
  <StrictMode>
    <LookProvider>
      <LanguageProvider>
        <RoutedPages router={pageRouter({ shell: Shell, wall: Wall, frame: PageFrame, late })} />
      </LanguageProvider>
    </LookProvider>
  </StrictMode>,
);
