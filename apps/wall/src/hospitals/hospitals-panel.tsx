import { minuteMomentText, numberText, shareText, spanText, type ExportedView } from '@flagtower/charts';
import type { FeedEntity } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownCells, useFeed } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import { RowValue } from '../freshness/row-value.tsx';
import { Bullet } from '../look/bullet.tsx';
import { levelColor, type Level } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { PageLink } from '../navigation/page-link.tsx';
import { absentText } from '../words/absent-words.ts';
import { useWords } from '../words/language.tsx';
import type { CareFigures } from './care-figures.ts';
import { hospitalRows, type HospitalRow } from './hospital-rows.ts';
import { hospitalWords } from './hospital-words.ts';

import './hospitals-panel.css';

/** Where the bars end: beyond 100 %, for a hospital can have more patients than beds. */
const BAR_END = 1.25;
const NO_FEED = 'none';

interface HospitalsPanelProps {
  readonly care: CareFigures;
  /** How a share of beds stands, by the bands of the map's layer. */
  readonly levelOf: (share: number) => Level;
  readonly nameOf: (hospital: string) => string;
  readonly hrefOf: (hospital: string, feed: string) => string;
  readonly zone: string;
  readonly sources: readonly string[];
}

/** Each hospital with its beds and its wait; one that does not know says so, and is no empty one. */
export function HospitalsPanel({ care, levelOf, nameOf, hrefOf, zone, sources }: HospitalsPanelProps): ReactNode {
  const { locale, loading } = useWords();
  const words = hospitalWords[locale];
  const beds = useFeed(care.beds.feed);
  const waits = useFeed(care.wait?.feed ?? NO_FEED);
  const rows = hospitalRows(care, { beds: new Map(knownCells(beds.all)), waits: new Map(knownCells(waits.all)) });
  const told = rows.filter(({ share }) => share !== null);
  const full = told.filter(({ share }) => (share ?? 0) >= 1);
  const title =
    full.length === 0 ? words.name : words.message(numberText(full.length, locale), numberText(told.length, locale));
  return (
    <Panel
      area="hospitals"
      name={words.name}
      title={title}
      measured={words.measured}
      menu={
        <ExportMenu
          title={words.name}
          view={(stamp) => ({
            ...stamp(beds.cut, rows.find(({ bedsOf }) => bedsOf !== null)?.bedsOf?.freshness ?? null, sources),
            ...hospitalsTable(rows, { nameOf, zone, locale }),
          })}
        />
      }
    >
      {rows.length === 0 ? (
        <p className="label">{beds.cut === null ? loading : words.none}</p>
      ) : (
        // A keyboard scrolls what it can reach.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
        <ol className="hospitals" tabIndex={0} aria-label={words.name}>
          {rows.map((row) => (
            <Hospital
              key={row.id}
              row={row}
              name={nameOf(row.id)}
              href={hrefOf(row.id, row.bedsOf === null ? (care.wait?.feed ?? NO_FEED) : care.beds.feed)}
              level={row.share === null ? 'none' : levelOf(row.share)}
            />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Hospital({
  row: { share, taken, beds, absent, waitS, bedsOf, waitOf },
  name,
  href,
  level,
}: {
  readonly row: HospitalRow;
  readonly name: string;
  readonly href: string;
  readonly level: Level;
}): ReactNode {
  const { locale, marks } = useWords();
  const words = hospitalWords[locale];
  const count = (value: number | null): string => (value === null ? '—' : numberText(value, locale));
  return (
    <li className="hospital" data-level={level}>
      <Mark level={level} name={marks[level]} size={14} />
      <PageLink className="clip" href={href}>
        {name}
      </PageLink>
      <span className="hospital-share" style={{ color: levelColor(level) }}>
        <Aged of={bedsOf}>{share === null ? '—' : shareText(share, locale, 0)}</Aged>
      </span>
      <span className="hospital-bar">
        {share === null ? null : (
          <Bullet share={share / BAR_END} tick={1 / BAR_END} abnormal={level !== 'normal'} height={8} />
        )}
      </span>
      <span className="note hospital-about">
        {share === null ? words.absent(absentText(absent ?? 'unknown', locale)) : words.beds(count(taken), count(beds))}
      </span>
      <span className="note hospital-wait">
        {waitS === null ? words.noWait : <Aged of={waitOf}>{words.wait(spanText(waitS * 1000, locale))}</Aged>}
      </span>
    </li>
  );
}

function Aged({ of, children }: { readonly of: FeedEntity | null; readonly children: ReactNode }): ReactNode {
  return of === null ? children : <RowValue freshness={of.freshness}>{children}</RowValue>;
}

type Table = Pick<ExportedView, 'name' | 'title' | 'unit' | 'columns' | 'rows'>;

function hospitalsTable(
  rows: readonly HospitalRow[],
  { nameOf, zone, locale }: Pick<HospitalsPanelProps, 'nameOf' | 'zone'> & { readonly locale: 'vi' | 'en' },
): Table {
  const { name, measured, columns } = hospitalWords[locale];
  return {
    name: 'hospitals',
    title: name,
    unit: measured,
    columns: [
      { name: columns.hospital, kind: 'text' },
      { name: columns.share, kind: 'share', digits: 1 },
      { name: columns.taken, kind: 'number' },
      { name: columns.beds, kind: 'number' },
      { name: columns.wait, kind: 'number' },
      { name: columns.at, kind: 'text' },
    ],
    rows: rows.map(({ id, share, taken, beds, waitS, bedsOf }) => [
      nameOf(id),
      share,
      taken,
      beds,
      waitS,
      bedsOf === null ? null : minuteMomentText(Date.parse(bedsOf.occurredAt), zone),
    ]),
  };
}
