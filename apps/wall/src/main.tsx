import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { LookProvider } from './look/theme.tsx';
import { OverviewScene } from './overview-scene.tsx';
import { StreamProvider } from './stream/stream-provider.tsx';
import { LanguageProvider } from './words/language.tsx';

import './look/fonts.css';
import './look/tokens.css';
import './look/base.css';
import './kpis/cards.css';

const root = document.getElementById('wall');
if (root === null) throw new RangeError('the page has no place for the wall');
createRoot(root).render(
  <StrictMode>
    <LookProvider>
      <LanguageProvider>
        <StreamProvider ledger="simulated" token={null}>
          <OverviewScene />
        </StreamProvider>
      </LanguageProvider>
    </LookProvider>
  </StrictMode>,
);
