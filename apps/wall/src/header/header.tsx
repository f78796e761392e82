import type { CityView, LedgerName, SourceCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { ledgerMark } from '../exporting/export-stamp.ts';
import { levelColor, type Level } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { PageMenu } from '../navigation/page-menu.tsx';
import { AccountNote } from '../session/account-note.tsx';
import { useContact } from '../stream/use-topic.ts';
import { useWords } from '../words/language.tsx';
import { Clock } from './clock.tsx';
import { ContactBand } from './contact-band.tsx';
import { SourcesStrip } from './sources-strip.tsx';
import { StageBadge } from './stage-badge.tsx';

import './header.css';

interface HeaderProps {
  readonly city: CityView | null;
  readonly scene: string;
  readonly ledger: LedgerName;
  readonly zone: string;
  readonly levels: readonly Level[];
  /** `null`: not told yet. */
  readonly sources: readonly SourceCell[] | null;
}

/** Who, what, how sure, and when: the line that is the same on every scene. */
export function Header({ city, scene, ledger, zone, levels, sources }: HeaderProps): ReactNode {
  const words = useWords();
  const { contact } = useContact();
  const mark = ledgerMark(ledger, words);
  return (
    <header className="header">
      <PageMenu />
      <div className="header-city">
        <div className="header-name clip">{city?.names[words.locale] ?? 'Flagtower'}</div>
        <div className="note clip">{words.center}</div>
      </div>
      <h1 className="header-scene nowrap">{scene}</h1>
      {contact === 'live' ? <SourcesStrip sources={sources} zone={zone} /> : <ContactBand zone={zone} />}
      <StageBadge zone={zone} />
      <Alarms levels={levels} />
      {mark === null ? null : <div className="ledger-mark nowrap">{mark}</div>}
      <AccountNote />
      <Clock zone={zone} />
    </header>
  );
}

const SHOWN: readonly ('critical' | 'warning' | 'watch')[] = ['critical', 'warning', 'watch'];

/** Counts by level; a level without any is left out, and a quiet city has no line at all. */
function Alarms({ levels }: { readonly levels: readonly Level[] }): ReactNode {
  const words = useWords();
  return (
    <ul className="header-alarms">
      {SHOWN.map((level) => {
        const count = levels.filter((one) => one === level).length;
        if (count === 0) return null;
        return (
          <li key={level} className="nowrap" style={{ color: levelColor(level) }}>
            <Mark level={level} name={null} size={18} /> {words.alarms[level](String(count))}
          </li>
        );
      })}
    </ul>
  );
}
