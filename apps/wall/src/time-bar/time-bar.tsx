import { minuteText, msIntoDay } from '@flagtower/charts';
import type { ReactNode } from 'react';

import type { Level } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { useLedgerNow } from '../stream/use-server-clock.ts';
import { useContact } from '../stream/use-topic.ts';
import { LanguageSwitch } from '../words/language-switch.tsx';
import { useWords } from '../words/language.tsx';

import './time-bar.css';

/** A moment of today that deserves a mark below the track. */
export interface DayMark {
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly level: Level;
  readonly title: string;
}

const DAY_MS = 86_400_000;
const LABELS = [0, 3, 6, 9, 12, 15, 18, 21, 24];

/** The ledger's day from midnight to midnight, how far it has come, and what happened in it. */
export function TimeBar({
  zone,
  marks,
  delay,
}: {
  readonly zone: string;
  /** `null`: not told yet, which is not the same as none. */
  readonly marks: readonly DayMark[] | null;
  /** One sentence on how late the sources are. */
  readonly delay: string;
}): ReactNode {
  const words = useWords();
  const now = useLedgerNow(10_000);
  const { contact } = useContact();
  const share = now === null ? null : msIntoDay(now, zone) / DAY_MS;
  const today =
    now === null || marks === null ? [] : marks.filter(({ at }) => at <= now && at > now - msIntoDay(now, zone));
  return (
    <section className="time-bar" aria-label={words.timeBar.label}>
      <div className="time-state nowrap" data-contact={contact}>
        {contact === 'live' ? (
          <span className="time-live" aria-hidden="true" />
        ) : (
          <Mark level="lost" name={null} size={16} />
        )}
        {words.contact[contact]}
      </div>
      <span className="time-delay note nowrap clip">{delay}</span>
      <div className="time-track">
        {LABELS.map((hour) => (
          <span key={hour} className="time-label note" style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
            {`${String(hour).padStart(2, '0')}:00`}
          </span>
        ))}
        <div className="time-line" />
        {share === null ? null : (
          <>
            <div className="time-past" style={{ inlineSize: `${share * 100}%` }} />
            <div className="time-now" style={{ insetInlineStart: `${share * 100}%` }} />
          </>
        )}
        {today.map(({ key, at, level, title }) => (
          <span
            key={key}
            className="time-mark"
            style={{ insetInlineStart: `${(msIntoDay(at, zone) / DAY_MS) * 100}%` }}
            title={title}
          >
            <Mark level={level} name={`${minuteText(at, zone)} ${title}`} size={13} />
          </span>
        ))}
      </div>
      <span className="note nowrap time-count">
        {now === null || marks === null ? '' : words.timeBar.noticesToday(String(today.length))}
      </span>
      <LanguageSwitch />
    </section>
  );
}
