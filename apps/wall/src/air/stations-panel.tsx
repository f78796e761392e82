import { minuteText, numberText, type Language } from '@flagtower/charts';
import type { AirQuality, AirScale } from '@flagtower/contracts';
import { airScaleOn } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { ledgerDay } from '../cells/ledger-day.ts';
import { knownCells, useFeed } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import { RowValue } from '../freshness/row-value.tsx';
import { levelColor, worstLevel } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import { stationRows, stationsByBand, type StationRow } from './station-rows.ts';

import './stations-panel.css';

interface AirWords {
  readonly name: string;
  readonly message: (count: string, of: string, band: string) => string;
  readonly none: string;
  readonly noScale: string;
  readonly beyond: string;
  readonly absent: string;
  readonly columns: Readonly<Record<'station' | 'index' | 'band' | 'at', string>>;
}

const airWords: Readonly<Record<Language, AirWords>> = {
  vi: {
    name: 'Chất lượng không khí theo trạm',
    message: (count, of, band) => `${count}/${of} trạm ở mức “${band}”, mức xấu nhất hiện nay`,
    none: 'Chưa có trạm nào báo; không phải không khí sạch.',
    noScale: 'Ngày này chưa có thang chính thức nào.',
    beyond: 'ngoài thang',
    absent: 'trạm không có số',
    columns: { station: 'Trạm', index: 'Chỉ số', band: 'Mức', at: 'Lúc' },
  },
  en: {
    name: 'Air quality by station',
    message: (count, of, band) => `${count} of ${of} stations are “${band}”, the worst band now`,
    none: 'No station reports; that is not clean air.',
    noScale: 'There is no official scale on this day.',
    beyond: 'beyond the scale',
    absent: 'no value',
    columns: { station: 'Station', index: 'Index', band: 'Band', at: 'At' },
  },
};

/** Each station with its index and the name that the scale of the day gives it; colours only where the air is not normal. */
export function StationsPanel({
  air,
  nowMs,
  zone,
}: {
  readonly air: AirQuality;
  /** The ledger's clock; `null`: not known yet, and then no scale is. */
  readonly nowMs: number | null;
  readonly zone: string;
}): ReactNode {
  const { locale, loading } = useWords();
  const words = airWords[locale];
  const { all, cut } = useFeed(air.feed);
  const scale = nowMs === null ? null : airScaleOn(air.scales, ledgerDay(nowMs, zone));
  const stations = knownCells(all).map(([, entity]) => entity);
  const rows = scale === null ? [] : stationRows(stations, air.metric, scale);
  const empty = cut === null || nowMs === null ? loading : scale === null ? words.noScale : words.none;
  return (
    <Panel
      area="air"
      name={words.name}
      title={titleOf(rows, scale, locale)}
      measured={scale?.names[locale] ?? null}
      menu={
        <ExportMenu
          title={words.name}
          view={(stamp) => ({
            ...stamp(cut, rows[0]?.station.freshness ?? null, []),
            name: 'air-stations',
            title: words.name,
            unit: scale?.names[locale] ?? '',
            columns: [
              { name: words.columns.station, kind: 'text' },
              { name: words.columns.index, kind: 'number' },
              { name: words.columns.band, kind: 'text' },
              { name: words.columns.at, kind: 'text' },
            ],
            rows: rows.map((row) => [
              row.station.entity,
              row.index,
              bandText(row, locale),
              minuteText(Date.parse(row.station.occurredAt), zone),
            ]),
          })}
        />
      }
    >
      {rows.length === 0 ? (
        <p className="label">{empty}</p>
      ) : (
        // A keyboard scrolls what it can reach.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
        <ol className="stations" tabIndex={0} aria-label={words.name}>
          {rows.map((row) => (
            <Station key={row.station.entity} row={row} zone={zone} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Station({ row, zone }: { readonly row: StationRow; readonly zone: string }): ReactNode {
  const { locale, marks } = useWords();
  const { station, index, band } = row;
  const level = band?.level ?? 'none';
  return (
    <li className="station" data-level={level}>
      <Mark level={level} name={marks[level]} size={14} />
      <span className="clip" title={station.entity}>
        {station.entity}
      </span>
      <span className="station-index">
        <RowValue freshness={station.freshness}>{index === null ? '—' : numberText(index, locale)}</RowValue>
      </span>
      <span className="station-band nowrap" style={{ color: levelColor(level) }}>
        {band === null || band.color === null || level === 'normal' ? null : (
          <span className="station-color" style={{ background: band.color }} />
        )}
        {bandText(row, locale)}
      </span>
      <span className="note nowrap">{minuteText(Date.parse(station.occurredAt), zone)}</span>
    </li>
  );
}

function bandText({ index, band }: StationRow, language: Language): string {
  if (index === null) return airWords[language].absent;
  return band?.names[language] ?? airWords[language].beyond;
}

/** Names the worst band and how many stand in it; the neutral name while all air is normal. */
function titleOf(rows: readonly StationRow[], scale: AirScale | null, language: Language): string {
  const { name, message } = airWords[language];
  const worst = scale === null ? undefined : stationsByBand(rows, scale).findLast(({ count }) => count > 0);
  if (worst === undefined || worstLevel(['normal', worst.band.level]) === 'normal') return name;
  const count = numberText(worst.count, language);
  return message(count, numberText(rows.length, language), worst.band.names[language]);
}
