import { minuteText, numberText, shareDigits, shareText, shortNumberText } from '@flagtower/charts';
import type { FreshnessState, KpiCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import type { Cell } from '../cells/cell.ts';
import { Fresh } from '../freshness/fresh.tsx';
import { useFreshness } from '../freshness/use-freshness.ts';
import { Mark } from '../look/mark.tsx';
import { useAskWhy } from '../navigation/ask-why.ts';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';

import './figure.css';

interface FigureProps {
  readonly cell: Cell<KpiCell>;
  readonly kind: 'count' | 'share';
  readonly size: 'far' | 'far-2' | 'far-3' | 'mid';
  /** Written after the value; a share's is the percent sign. */
  readonly unit?: string;
  readonly zone: string;
  /** From a million on, in millions. */
  readonly short?: boolean;
  /** What it is called, for who asks why; absent: its name on the overview. */
  readonly name?: string;
  /** How the digits are written, where it is neither a count nor a share. */
  readonly write?: (value: number) => string;
}

/** A number with its freshness drawn on it. Never blank, never zero for "not known", never full ink when it is old. */
export function Figure({ cell, kind, size, unit, zone, short = false, name, write }: FigureProps): ReactNode {
  const words = useWords();
  const value = cell.kind === 'known' ? cell.value : null;
  const { state, ageText } = useFreshness(value?.freshness ?? null);
  if (cell.kind === 'broken') return <Unknown size={size} level="lost" text={words.broken} />;
  if (value === null) return <InWords size={size} text={words.loading} />;
  if (state === 'none' && value.value === null) return <InWords size={size} text={words.freshness.none} />;
  if (value.value === null) return <Unknown size={size} level="none" text={null} />;
  const suffix = kind === 'share' ? '%' : (unit ?? null);
  const digits = write?.(value.value) ?? valueText(value.value, kind, short, words);
  if (state === 'lost') {
    const since = value.freshness.observedAt === null ? '' : minuteText(Date.parse(value.freshness.observedAt), zone);
    const last = kind === 'share' ? shareText(value.value, words.locale) : digits;
    return (
      <Fresh freshness={value.freshness}>
        <Lost size={size} last={last} since={since} words={words} />
      </Fresh>
    );
  }
  return (
    <Fresh freshness={value.freshness}>
      <div className="figure" data-freshness={state}>
        <Digits cell={value} size={size} suffix={suffix} digits={digits} name={name} />
        <StaleWords state={state} ageText={ageText} words={words} hasRoom={isWide(size)} />
      </div>
    </Fresh>
  );
}

/** The number is the way to its reasons, where the scene can show them. */
function Digits({
  cell,
  size,
  digits,
  suffix,
  name,
}: {
  readonly name: string | undefined;
  readonly cell: KpiCell;
  readonly size: FigureProps['size'];
  readonly digits: string;
  readonly suffix: string | null;
}): ReactNode {
  const words = useWords();
  const askWhy = useAskWhy();
  const content = (
    <>
      {digits}
      {suffix === null ? null : <span className="unit">{suffix}</span>}
    </>
  );
  const className = `figure-digits ${size} nowrap`;
  if (askWhy === null) return <span className={className}>{content}</span>;
  const why = words.why(name ?? words.kpis[cell.kpi] ?? cell.kpi);
  return (
    <button type="button" className={className} title={why} onClick={() => askWhy(cell)}>
      {content}
      <span className="visually-hidden">. {why}</span>
    </button>
  );
}

function valueText(value: number, kind: 'count' | 'share', short: boolean, { locale }: Words): string {
  if (kind === 'share') return shareDigits(value, locale);
  return short ? shortNumberText(value, locale) : numberText(value, locale);
}

/** Small figures have no room for words: their card's age says them. */
function StaleWords({
  state,
  ageText,
  words,
  hasRoom,
}: {
  readonly hasRoom: boolean;
  readonly state: FreshnessState;
  readonly ageText: string;
  readonly words: Words;
}): ReactNode {
  if (state !== 'stale') return null;
  return (
    <span className="figure-stale nowrap">
      <Mark level="watch" name={hasRoom ? null : words.freshness.stale(ageText)} size={16} />{' '}
      {hasRoom ? words.freshness.stale(ageText) : null}
    </span>
  );
}

function Unknown({
  size,
  level,
  text,
}: {
  readonly size: FigureProps['size'];
  readonly level: 'lost' | 'none';
  readonly text: string | null;
}): ReactNode {
  return (
    <div className="figure" data-freshness={level}>
      <span className={size}>—</span>
      {text === null ? null : (
        <span className="figure-lost nowrap">
          <Mark level={level} name={null} size={16} /> {text}
        </span>
      )}
    </div>
  );
}

/** The last value in small print beside the dash, so that nobody takes it for now. */
function Lost({
  size,
  last,
  since,
  words,
}: {
  readonly size: FigureProps['size'];
  readonly last: string;
  /** The hour of the last sign of life. */
  readonly since: string;
  readonly words: Words;
}): ReactNode {
  const { lostSince, lastKnown, lastShort } = words.freshness;
  if (isWide(size)) {
    return (
      <>
        <Unknown size={size} level="lost" text={lostSince(since)} />
        <div className="note">{lastKnown(last, since)}</div>
      </>
    );
  }
  return (
    <div className="figure" data-freshness="lost">
      <span className={size}>—</span>
      <span className="nowrap with-mark">
        <Mark level="lost" name={lostSince(since)} size={16} />
      </span>
      <span className="note nowrap">{lastShort(last, since)}</span>
    </div>
  );
}

/** Far sizes have room for words beside the number; the others leave them to their card's age. */
function isWide(size: FigureProps['size']): boolean {
  return size === 'far' || size === 'far-2';
}

/** What stands where there is no number yet: still on its way, or never told by anybody. */
function InWords({ size, text }: { readonly size: FigureProps['size']; readonly text: string }): ReactNode {
  return (
    <div className="figure" data-freshness="none">
      <span className={`${size} figure-none nowrap`}>{text}</span>
    </div>
  );
}
