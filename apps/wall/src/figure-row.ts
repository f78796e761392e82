import { measuredText } from '@flagtower/charts';
import {
  unitLevelSchema,
  type CityView,
  type KpiAnswer,
  type KpiDefinition,
  type KpiValue,
} from '@flagtower/contracts';
import { airBandOf, airScaleOn } from '@flagtower/domain';

import { ledgerDay } from './cells/ledger-day.ts';
import { currentUnits } from './city/current-units.ts';
import { caseSortName } from './city/thing-names.ts';
import { breakdownsOf, listHref, type ListProps } from './figure-parts.ts';
import { figureWords } from './kpis/figure-words.ts';
import type { WhyQuestion } from './navigation/ask-why.ts';
import { entityPath } from './navigation/center-path.ts';
import { pageHref } from './navigation/page-href.ts';
import { cutOfSearch } from './things/things-search.ts';
import type { ThingRow } from './things/things-table.tsx';
import { thingsWords } from './things/things-words.ts';

const unallocated = 'unallocated';

/** A part of a figure as a row: its name and value in words, what judges it, and the ways on. */
export function rowOf(
  { city, center, definition, search }: ListProps,
  answer: KpiAnswer,
  value: KpiValue,
  locale: 'vi' | 'en',
  ask: (question: WhyQuestion) => void,
): ThingRow {
  const { by } = search;
  const key = value.key[by] ?? '';
  const units = currentUnits(city);
  const figure = figureWords(definition, locale);
  const { formula } = definition;
  const unitName = (code: string | null | undefined): string | null =>
    code === null || code === undefined ? null : (units.get(code)?.names[locale] ?? code);
  const name = nameOf();
  const entity = by === 'entity' ? key : undefined;
  const href = hrefOf();
  return {
    key,
    name,
    value,
    text: textOf(),
    href,
    state: countedState(value, locale) ?? bandOf(city, definition, value, { at: answer.at, locale }),
    unit: unitName(value.thing?.unit),
    // The catalogue is no entries: its procedures are the reasons.
    onWhy: formula.kind === 'catalogue' ? null : askWhy,
  };

  /** A thing that is only counted or not tells what it measures: `1` and `0` would say nothing of it. */
  function textOf(): string {
    const reading = value.thing?.reading ?? null;
    if (reading !== null) return measuredText(reading.value, reading.unitOfMeasure, locale);
    if (value.value === null) return '—';
    return `${figure.write(value.value)}${figure.isShare || figure.unit === '' ? figure.unit : ` ${figure.unit}`}`;
  }

  function nameOf(): string {
    const words = thingsWords[locale];
    if (key === unallocated) return words.rest;
    if (by === 'unit') return unitName(key) ?? key;
    if (by === 'procedure') return key === '' ? words.noSort : caseSortName(city, definition.caseKind, key, locale);
    const level = unitLevelSchema.safeParse(key);
    if (by === 'level') return level.success ? words.levels[level.data] : words.noLevel;
    return value.thing?.names?.[locale] ?? key;
  }

  function askWhy(): void {
    ask({
      kpi: definition.id,
      unit: by === 'unit' && key !== unallocated ? key : (search.unit ?? null),
      group: null,
      procedure: by === 'procedure' ? key : null,
      from: answer.from,
      to: answer.to,
      at: answer.at,
      knownSeq: answer.knownSeq,
      geography: search.geography ?? null,
      ...(entity === undefined ? {} : { entity }),
      about: name,
    });
  }

  function hrefOf(): string | null {
    if (formula.kind === 'catalogue') return null;
    if (by === 'unit' && key !== unallocated)
      return listHref(center.id, definition.id, { ...search, by: breakdownsOf(definition)[0], page: 0, unit: key });
    if (by !== 'entity' || formula.kind !== 'observation') return null;
    return pageHref(entityPath(center.id, key), { feed: formula.feed, ...cutOfSearch(search) }, location.search);
  }
}

/** Whether a thing is in a figure that counts those between two bounds; `null`: it is no such figure. */
function countedState({ thing, value }: KpiValue, locale: 'vi' | 'en'): ThingRow['state'] {
  if (thing === undefined || thing.reading === null || value === null) return null;
  const { counted, notCounted } = thingsWords[locale];
  return value > 0 ? { level: 'watch', text: counted } : { level: 'normal', text: notCounted };
}

/** The official band of a station's air; other figures have no rule that judges one thing. */
function bandOf(
  { airQuality, zone }: CityView,
  { formula }: KpiDefinition,
  { value, thing }: KpiValue,
  { at, locale }: { readonly at: string; readonly locale: 'vi' | 'en' },
): ThingRow['state'] {
  if (airQuality === null || formula.kind !== 'observation' || value === null || thing === undefined) return null;
  const isIndex = formula.feed === airQuality.feed && formula.metric === airQuality.metric;
  if (!isIndex || formula.statistic === 'latest-inside' || formula.statistic === 'latest-count') return null;
  const scale = airScaleOn(airQuality.scales, ledgerDay(Date.parse(at), zone));
  const band = scale === null ? null : airBandOf(scale, value);
  return band === null ? null : { level: band.level, text: band.names[locale] };
}
