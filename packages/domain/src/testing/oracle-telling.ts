/*
 * What holds of a dossier, of all that was told of it: the part of the oracle that looks at claims, and not yet at time.
 * Written from the definitions in docs/adr/0001-ledger-arithmetic.md; it imports nothing and shares nothing with the fold.
 */

/** From the first to the last of a life: the order of steps of one millisecond, and what "further" means between claims. */
const lifeCycle = [
  'submitted',
  'refused',
  'received',
  'transferred',
  'amended',
  'activity',
  'paused',
  'resumed',
  'handled',
  'withdrawn',
  'returned',
  'reopened',
] as const;
type ToldStepName = (typeof lifeCycle)[number];

export interface ToldStep {
  readonly step: ToldStepName;
  readonly at: number;
}

/** One record on one dossier; times in epoch milliseconds. */
export interface Telling {
  readonly source: string;
  readonly rank: number;
  readonly recordId: string;
  readonly version: number;
  readonly hash: string;
  readonly at: number;
  readonly dating: 'change' | 'correction';
  readonly steps: readonly ToldStep[];
  readonly unit?: string | undefined;
  readonly procedure?: string | undefined;
  readonly channel?: string | undefined;
  readonly due?: { readonly at: number } | null | undefined;
  /** Working days that its own procedure may take, as it was taken down with. */
  readonly limit?: number | undefined;
  readonly payment?: 'none' | 'asked' | 'online' | 'other' | undefined;
  readonly result?: 'digital' | 'paper' | undefined;
  readonly rating?: 'satisfied' | 'dissatisfied' | undefined;
}

/** Positive where `a` stands before `b` as telling of one record. */
function authority(a: Telling, b: Telling): number {
  const reach = (telling: Telling): number => Math.max(-1, ...telling.steps.map(({ step }) => lifeCycle.indexOf(step)));
  return a.version - b.version || reach(a) - reach(b) || inOrder(a.hash, b.hash);
}

/** A telling stands when no telling of the same record has more authority. */
export function standingOf(tellings: readonly Telling[]): Telling[] {
  const standing = tellings.filter((one) =>
    tellings.every(
      (other) => other.source !== one.source || other.recordId !== one.recordId || authority(other, one) <= 0,
    ),
  );
  // The same telling twice is one telling.
  return standing.filter(
    (one, index) =>
      standing.findIndex(({ source, recordId }) => source === one.source && recordId === one.recordId) === index,
  );
}

/** Of several sources one is heard on a matter: of those that speak the lowest rank, the newest version, the first name. */
function heardOn(standing: readonly Telling[], speaks: (telling: Telling) => boolean): Telling[] {
  const speaking = standing.filter(speaks);
  const lowestRank = Math.min(...speaking.map(({ rank }) => rank));
  const ofRank = speaking.filter(({ rank }) => rank === lowestRank);
  const newest = Math.max(...ofRank.map(({ version }) => version));
  const [name] = ofRank
    .filter(({ version }) => version === newest)
    .map(({ source }) => source)
    .toSorted(inOrder);
  return speaking.filter(({ source }) => source === name);
}

/** The steps that count, in time, ties by life cycle: of each kind those of the source that is heard on that kind. */
export function stepsOf(standing: readonly Telling[]): ToldStep[] {
  return lifeCycle
    .flatMap((name) =>
      heardOn(standing, ({ steps }) => steps.some(({ step }) => step === name)).flatMap(({ steps }) =>
        steps.filter(({ step }) => step === name),
      ),
    )
    .toSorted((a, b) => a.at - b.at || lifeCycle.indexOf(a.step) - lifeCycle.indexOf(b.step));
}

/** A matter that has values over time, and how a telling speaks of it: `undefined` is silence. */
export interface Matter<Value> {
  /** Whether anybody spoke of it at all, be it to take it back. */
  readonly isTold: boolean;
  /** What is in force at a moment; `null`: never told, or taken back. */
  readonly at: (moment: number) => Value | null;
  /** Moments at which something may have changed. */
  readonly changes: readonly number[];
}

export function matterOf<Value>(
  standing: readonly Telling[],
  said: (telling: Telling) => Value | undefined,
): Matter<Value> {
  const heard = heardOn(standing, (telling) => said(telling) !== undefined);
  const correction = heard
    .filter(({ dating }) => dating === 'correction')
    .toSorted(byTelling)
    .at(-1);
  const changes = heard.filter(
    ({ dating, version }) => dating === 'change' && (correction === undefined || version >= correction.version),
  );
  const firstAt = Math.min(...changes.map(({ at }) => at));
  const lastUpTo = (moment: number): Telling | undefined =>
    changes
      .filter(({ at }) => at <= moment)
      .toSorted((a, b) => a.at - b.at || byTelling(a, b))
      .at(-1);
  return {
    isTold: heard.length > 0,
    at: (moment) => {
      const telling = lastUpTo(moment) ?? correction ?? lastUpTo(firstAt);
      return telling === undefined ? null : (said(telling) ?? null);
    },
    changes: changes.map(({ at }) => at),
  };
}

/** The later telling last: by version, then by time, then by hash. */
function byTelling(a: Telling, b: Telling): number {
  return a.version - b.version || a.at - b.at || inOrder(a.hash, b.hash) || inOrder(a.recordId, b.recordId);
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
