import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

import { LookProvider } from './look/theme.tsx';
import { OverviewScene } from './overview-scene.tsx';
import { RefusalBand } from './refusal/refusal-band.tsx';
import { pageRouter, RoutedPages } from './routing/page-router.tsx';
import type { PageSearch } from './routing/page-search.ts';
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

function Wall({ search }: { readonly search: PageSearch }): ReactNode {
  return (
    <StreamProvider ledger={search.ledger ?? 'simulated'} token={token}>
      <OverviewScene />
      <RefusalBand />
    </StreamProvider>
  );
}

const router = pageRouter({ wall: Wall, importing: () => latePart(() => import('./importing/import-page.tsx')) });

createRoot(root).render(
  <StrictMode>
    <LookProvider>
      <LanguageProvider>
        <RoutedPages router={router} />
      </LanguageProvider>
    </LookProvider>
  </StrictMode>,
);
