import { momentText, numberText, shareText } from '@flagtower/charts';
import type { KpiValue } from '@flagtower/contracts';
import type { KeyboardEvent, ReactNode } from 'react';

import { RowValue } from '../freshness/row-value.tsx';
import { levelColor, type Level } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { thingsWords } from './things-words.ts';

import './things.css';

/** A row of a breakdown, as the list shows it. */
export interface ThingRow {
  readonly key: string;
  readonly name: string;
  readonly value: KpiValue;
  /** Digits with their unit. */
  readonly text: string;
  /** Where one gets to from its name; `null`: nowhere. */
  readonly href: string | null;
  /** How a control room takes the value, and in what words; `null`: no rule says. */
  readonly state: { readonly level: Level; readonly text: string } | null;
  /** The unit that it is in; `null`: not known. */
  readonly unit: string | null;
  /** `null`: its reasons are on the page itself. */
  readonly onWhy: (() => void) | null;
}

/** The rows of a figure, the worst first. The arrow keys go from name to name; each leads on, and each value to its reasons. */
export function ThingsTable({
  rows,
  head,
  label,
  isByThing,
  zone,
}: {
  readonly rows: readonly ThingRow[];
  /** What the rows are. */
  readonly head: string;
  readonly label: string;
  readonly isByThing: boolean;
  readonly zone: string;
}): ReactNode {
  const words = thingsWords[useWords().locale];
  const hasSince = rows.some(({ value: { thing } }) => (thing?.since ?? null) !== null);
  return (
    // The links in it are what is pressed; the arrow keys only go from one to the next.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- as above
    <div className="things-scroll" onKeyDown={walk}>
      <table className="things" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="things-value">
              {words.columns.value}
            </th>
            {isByThing ? (
              <>
                {hasSince ? <th scope="col">{words.columns.since}</th> : null}
                <th scope="col">{words.columns.measured}</th>
                <th scope="col">{words.columns.unit}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} isByThing={isByThing} hasSince={hasSince} zone={zone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  isByThing,
  hasSince,
  zone,
}: {
  readonly row: ThingRow;
  readonly isByThing: boolean;
  readonly hasSince: boolean;
  readonly zone: string;
}): ReactNode {
  const { locale, marks } = useWords();
  const words = thingsWords[locale];
  const { name, href, text, value, state, unit, onWhy } = row;
  const { thing, numerator, denominator, unitOfMeasure, freshness, reasons = [] } = value;
  const isShare = unitOfMeasure === '1' && numerator !== null && denominator !== null;
  const moment = (instant: string): string => momentText(Date.parse(instant), zone);
  return (
    <tr>
      <th scope="row">
        {state === null ? null : <Mark level={state.level} name={marks[state.level]} size={14} />}{' '}
        {href === null ? name : <PageLink href={href}>{name}</PageLink>}
        {state === null ? null : (
          <span className="things-state" style={{ color: levelColor(state.level) }}>
            {state.text}
          </span>
        )}
        {reasons.length === 0 ? null : (
          <span className="note things-reasons">
            {reasons
              .map(
                ({ reason, value: part }) =>
                  `${words.reasons[reason] ?? reason}${part === null ? '' : `: ${isShare ? shareText(part, locale) : numberText(part, locale)}`}`,
              )
              .join(' · ')}
          </span>
        )}
      </th>
      <td className="things-value">
        {onWhy === null ? (
          <RowValue freshness={freshness}>{text}</RowValue>
        ) : (
          <button type="button" className="things-why" title={words.why(name)} onClick={onWhy}>
            <RowValue freshness={freshness}>{text}</RowValue>
          </button>
        )}
        {isShare ? (
          <span className="note nowrap">
            {numberText(numerator, locale)}/{numberText(denominator, locale)}
          </span>
        ) : null}
      </td>
      {isByThing ? (
        <>
          {hasSince ? (
            <td className="nowrap">
              {thing === undefined || thing.since === null ? (
                <span className="note">{words.sinceUnknown}</span>
              ) : (
                moment(thing.since)
              )}
            </td>
          ) : null}
          <td className="nowrap">{thing === undefined ? '' : moment(thing.occurredAt)}</td>
          <td>{unit ?? <span className="note">{words.noUnit}</span>}</td>
        </>
      ) : null}
    </tr>
  );
}

/** Up and down go to the name of the row above or below. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const ways = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('tbody th a')];
  const held = event.target instanceof Element ? event.target.closest('tr') : null;
  const at = ways.findIndex((way) => held !== null && held.contains(way));
  const next = ways[at === -1 ? 0 : at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
