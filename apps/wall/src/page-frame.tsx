import type { LedgerName } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useCity } from './city/city-view.ts';
import { ledgerMark } from './exporting/export-stamp.ts';
import { Clock } from './header/clock.tsx';
import { ContactBand } from './header/contact-band.tsx';
import { StageBadge } from './header/stage-badge.tsx';
import { isHere } from './navigation/is-here.ts';
import { pageEntries } from './navigation/page-entries.ts';
import { pageHref } from './navigation/page-href.ts';
import { PageLink } from './navigation/page-link.tsx';
import { PageMenu } from './navigation/page-menu.tsx';
import { usePageTitle } from './navigation/page-title.ts';
import { RefusalBand } from './refusal/refusal-band.tsx';
import { MeBadge } from './session/me-badge.tsx';
import { useStream } from './stream/stream-context.ts';
import { useTopic } from './stream/use-topic.ts';
import { LanguageSwitch } from './words/language-switch.tsx';
import { useWords } from './words/language.tsx';

import './page-frame.css';

const NO_ZONE = 'UTC';

/** The frame of every page but the wall: the other pages, whose books these are, what time it is there, and whether the service is heard. */
export function PageFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const words = useWords();
  const city = useCity();
  const { ledger } = useStream();
  // A ledger whose topics nobody hears tells no time: the clock of the frame, and pages that ask for "this month", need it.
  useTopic('sources');
  usePageTitle(city?.names[words.locale] ?? null);
  const zone = city?.zone ?? NO_ZONE;
  return (
    <div className="page-frame">
      <header className="page-head">
        <PageMenu />
        <div className="page-city nowrap">{city?.names[words.locale] ?? 'Flagtower'}</div>
        <PageLinks />
        <StageBadge zone={zone} />
        <LedgerMark ledger={ledger} />
        <Clock zone={zone} />
        <LanguageSwitch />
        <MeBadge />
      </header>
      <ContactBand zone={zone} />
      {children}
      <RefusalBand />
    </div>
  );
}

/** Beside the menu where there is room for them. */
function PageLinks(): ReactNode {
  const { locale } = useWords();
  return (
    <ul className="page-links" aria-hidden="true">
      {pageEntries.map(({ path, names }) => (
        <li key={path}>
          <PageLink
            href={pageHref(path, {}, location.search)}
            data-here={isHere(path, location.pathname)}
            // The menu has the same links for the keyboard and for who does not see.
            tabIndex={-1}
          >
            {names[locale]}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}

function LedgerMark({ ledger }: { readonly ledger: LedgerName }): ReactNode {
  const words = useWords();
  const mark = ledgerMark(ledger, words);
  return mark === null ? null : <div className="ledger-mark nowrap">{mark}</div>;
}
