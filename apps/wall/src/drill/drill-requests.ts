import {
  countedDossierSchema,
  drillLevelSchema,
  instantSchema,
  kpiAnswerSchema,
  unitSchema,
  type CountedDossier,
  type DrillLevel,
  type KpiAnswer,
  type Unit,
} from '@flagtower/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

import { readJson } from '../stream/read-json.ts';
import { addressOf, type Words } from '../stream/request-address.ts';
import type { LevelPlace } from './drill-place.ts';
import { isPinned, type DrillSearch } from './drill-search.ts';
import { levelAddress, levelWords } from './level-address.ts';

const levelAnswerSchema = z.object({
  ledger: z.string(),
  at: instantSchema,
  knownSeq: z.number().int(),
  geography: z.string(),
  simulated: z.boolean(),
  level: drillLevelSchema,
});

/** A level at the cut that the service used. */
export interface LevelAnswer {
  readonly ledger: string;
  readonly at: string;
  readonly knownSeq: number;
  readonly geography: string;
  readonly level: DrillLevel;
  /** What it is of; while another one is fetched that is not what the address says. */
  readonly place: LevelPlace;
}

/** A live page asks again this often; a pinned one never. */
const LIVE_MS = 15_000;

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function levelQuery(ledger: string, place: LevelPlace, search: DrillSearch) {
  const words = levelWords(ledger, place, search);
  return queryOptions({
    queryKey: ['drill', words],
    queryFn: async ({ signal }): Promise<LevelAnswer> => ({
      ...(await readJson(levelAddress(words), levelAnswerSchema, { signal })),
      place,
    }),
    placeholderData: keepPreviousData,
    refetchInterval: isPinned(search) ? false : LIVE_MS,
    staleTime: isPinned(search) ? Infinity : 0,
  });
}

/** Words of one figure of a level, at the level's cut: whatever else is asked on its page speaks of the same moment. */
export function figureWords(place: LevelPlace, answer: LevelAnswer): Words {
  const { from, to } = answer.level.period;
  return {
    ledger: answer.ledger,
    unit: place.unit,
    group: place.procedure === null ? place.group : null,
    procedure: place.procedure,
    from,
    to,
    at: answer.at,
    knownSeq: String(answer.knownSeq),
    geography: answer.geography,
  };
}

const timesSchema = z.object({ answers: z.array(kpiAnswerSchema) });

/** Median and 90th percentile of a stretch; they are no sums, so they come after the rest of the page. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function handlingQuery(words: Words) {
  const address = `${addressOf('/v1/kpis', words)}&kpi=dossiers.handling-time.median&kpi=dossiers.handling-time.p90`;
  return queryOptions({
    queryKey: ['handling', address],
    queryFn: async ({ signal }): Promise<readonly KpiAnswer[]> =>
      (await readJson(address, timesSchema, { signal })).answers,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** One figure of the units right below a unit; units of which it is not known are left out. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function byUnitQuery(kpi: string, words: Words) {
  const address = addressOf(`/v1/kpis/${kpi}`, { ...words, by: 'unit' });
  return queryOptions({
    queryKey: ['by-unit', address],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, number>> =>
      new Map(
        (await readJson(address, kpiAnswerSchema, { signal })).values.flatMap(({ key, value }): [string, number][] =>
          key['unit'] === undefined || value === null ? [] : [[key['unit'], value]],
        ),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

const dossiersSchema = z.object({ dossiers: z.array(countedDossierSchema), next: z.string().nullable() });
export type DossierPage = z.infer<typeof dossiersSchema>;

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function dossiersQuery(kpi: string, words: Words) {
  return infiniteQueryOptions({
    queryKey: ['dossiers', kpi, words],
    queryFn: ({ pageParam, signal }) => readDossierPage(kpi, words, pageParam, { limit: 50, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

function readDossierPage(
  kpi: string,
  words: Words,
  after: string,
  { limit, signal }: { readonly limit: number; readonly signal?: AbortSignal },
): Promise<DossierPage> {
  const address = addressOf(`/v1/kpis/${kpi}/dossiers`, {
    ...words,
    limit: String(limit),
    after: after === '' ? null : after,
  });
  return readJson(address, dossiersSchema, signal === undefined ? {} : { signal });
}

/** More than this is no list to hand over any more. */
const mostDossiers = 20_000;

/** All dossiers of a figure, for a file. @param onCount how many are there so far */
export async function readAllDossiers(
  kpi: string,
  words: Words,
  onCount: (count: number) => void,
): Promise<readonly CountedDossier[]> {
  const all: CountedDossier[] = [];
  let after: string | null = '';
  while (after !== null && all.length < mostDossiers) {
    const page: DossierPage = await readDossierPage(kpi, words, after, { limit: 1000 });
    all.push(...page.dossiers);
    after = page.next;
    onCount(all.length);
  }
  return all;
}

const unitsSchema = z.object({ units: z.array(unitSchema) });

/** Names of units on a day; they do not change while the page is open. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function unitsQuery(day: string | undefined) {
  return queryOptions({
    queryKey: ['units', day],
    queryFn: async ({ signal }): Promise<readonly Unit[]> =>
      (await readJson(addressOf('/v1/units', { on: day }), unitsSchema, { signal })).units,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}
