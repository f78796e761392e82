import { minuteMomentText, numberText, spanText } from '@flagtower/charts';
import type { NoticeCell, Unit } from '@flagtower/contracts';
import { textIn } from '@flagtower/domain';
import { useState, type ReactNode } from 'react';

import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { noticeSender, noticeText } from '../words/notice-text.ts';
import { noticeLevel } from './notice-level.ts';
import { warnedArea } from './warned-area.ts';
import { WarningHistory } from './warning-history.tsx';
import { warningWords } from './warning-words.ts';

const NAMED = 3;
const MINUTE_MS = 60_000;

interface WarningRowProps {
  readonly id: string;
  readonly notice: NoticeCell;
  readonly units: ReadonlyMap<string, Unit>;
  readonly zone: string;
  /** The ledger's clock; `null`: not known yet. */
  readonly nowMs: number | null;
}

/** What is coming, where, how long, and what to do; one press opens the rest. */
export function WarningRow({ id, notice, units, zone, nowMs }: WarningRowProps): ReactNode {
  const words = useWords();
  const mine = warningWords[words.locale];
  const [language, setLanguage] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const shown = language ?? words.locale;
  const text = textIn(notice.texts, shown);
  const level = noticeLevel(notice);
  const others = notice.texts.filter((one) => one !== text);
  const color = level === 'critical' ? levelColor(level) : undefined;
  return (
    <li className="warning-row" data-level={level} data-notice={id}>
      <div className="warning-head">
        <Mark level={level} name={words.marks[level]} size={18} />
        <h3 className="warning-headline" lang={text?.language} style={{ color }}>
          {noticeText(notice, shown)}
        </h3>
        <span className="warning-left nowrap">{leftText(notice, nowMs, words.locale)}</span>
      </div>
      <p className="warning-grade">
        {(['severity', 'urgency', 'certainty'] as const).map((term) => (
          <span key={term}>
            <span className="note">{mine.terms[term]}</span> {gradeText(notice, term, words.locale)}
          </span>
        ))}
      </p>
      <p className="note">
        {areaText(notice, units, words.locale)} · {timeText(notice, zone, words.locale)}
      </p>
      <p className="warning-do" lang={text?.instruction === undefined ? undefined : text.language}>
        <span className="note">{mine.terms.instruction}</span> {text?.instruction ?? mine.noInstruction}
      </p>
      <details className="warning-more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="note">{mine.more}</summary>
        <dl>
          {text?.description === undefined ? null : (
            <div>
              <dt className="note">{mine.terms.description}</dt>
              <dd lang={text.language}>{text.description}</dd>
            </div>
          )}
          <div>
            <dt className="note">{mine.terms.area}</dt>
            <dd>{warnedArea(notice, units, words.locale).names.join(', ') || mine.noArea}</dd>
          </div>
          <div>
            <dt className="note">{mine.terms.sender}</dt>
            <dd>
              {noticeSender(notice, shown)} <span className="note">{notice.sender}</span>
            </dd>
          </div>
        </dl>
        <p className="warning-ways">
          {others.map((one) => (
            <button key={one.language} type="button" onClick={() => setLanguage(one.language)}>
              {mine.inLanguage(languageName(one.language, words.locale))}
            </button>
          ))}
          {notice.incident === null ? null : (
            <PageLink href={pageHref(`/incidents/${notice.incident}`, {}, location.search)}>{mine.incident} →</PageLink>
          )}
        </p>
        {isOpen ? <WarningHistory id={id} version={notice.version} zone={zone} /> : null}
      </details>
    </li>
  );
}

/** Which communes, or the sender's words; many are counted, the first of them named. */
export function areaText(
  notice: Pick<NoticeCell, 'areas'>,
  units: ReadonlyMap<string, Unit>,
  locale: 'vi' | 'en',
): string {
  const mine = warningWords[locale];
  const { names, communes, isWholeCity } = warnedArea(notice, units, locale);
  if (isWholeCity) return mine.wholeCity(numberText(communes, locale));
  if (names.length === 0) return mine.noArea;
  const rest = names.length - NAMED;
  const first = names.slice(0, rest > 1 ? NAMED : names.length).join(', ');
  if (rest <= 1) return first;
  const named = `${first} ${mine.andMore(numberText(rest, locale))}`;
  return communes === 0 ? named : `${mine.communes(numberText(communes, locale))}: ${named}`;
}

/** How long it still holds, in minutes: its sender counts no seconds. */
function leftText({ endsAt }: Pick<NoticeCell, 'endsAt'>, nowMs: number | null, locale: 'vi' | 'en'): string {
  const mine = warningWords[locale];
  if (endsAt === null) return mine.openEnded;
  if (nowMs === null) return '';
  const left = Date.parse(endsAt) - nowMs;
  return mine.left(spanText(left < MINUTE_MS ? left : left - (left % MINUTE_MS), locale));
}

function timeText(
  { startsAt, endsAt }: Pick<NoticeCell, 'startsAt' | 'endsAt'>,
  zone: string,
  locale: 'vi' | 'en',
): string {
  const mine = warningWords[locale];
  const from = minuteMomentText(Date.parse(startsAt), zone);
  return endsAt === null ? mine.since(from) : mine.span(from, minuteMomentText(Date.parse(endsAt), zone));
}

function gradeText(notice: NoticeCell, term: 'severity' | 'urgency' | 'certainty', locale: 'vi' | 'en'): string {
  const { severity, urgency, certainty } = warningWords[locale];
  if (term === 'severity') return severity[notice.severity];
  return term === 'urgency' ? urgency[notice.urgency] : certainty[notice.certainty];
}

/** A tag that is none is told as it came. */
function languageName(tag: string, locale: 'vi' | 'en'): string {
  const [language = tag] = tag.split('-');
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
