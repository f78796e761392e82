import { daySchema, type SourceBoardRow, type SourceConduct } from '@flagtower/contracts';
import { contactDays, contactsAt, silencesUntil, silentDays, type Silence } from '@flagtower/domain';
import {
  conductDays,
  conductOf,
  countWaiting,
  instantOf,
  readRefusals,
  readReminders,
  readSilences,
  sourcesOf,
  type FreshnessClocks,
  type Ledger,
  type Queryable,
  type Source,
  type Waiting,
} from '@flagtower/store';

import { sourceStatus } from './source-status.ts';

const dayMs = 86_400_000;
const shownSilences = 100;

/** Every source of a ledger with how it keeps its word. `now`: the service's clock. */
export async function sourceBoard(db: Queryable, ledger: Ledger, now: number): Promise<SourceBoardRow[]> {
  const sources = await sourcesOf(db, ledger.id);
  const told = await toldOf(db, ledger, now, contactDays, null);
  return sources.map((source) => boardRow(source, { now, clock: ledger.clock }, told));
}

/** @returns `null` where no such source is declared in that ledger */
export async function sourceConduct(
  db: Queryable,
  ledger: Ledger,
  id: string,
  now: number,
): Promise<SourceConduct | null> {
  const source = (await sourcesOf(db, ledger.id)).find((each) => each.id === id);
  if (source === undefined) return null;
  const told = await toldOf(db, ledger, now, conductDays, id);
  const conduct = conductOf(source, told.silences.get(id) ?? []);
  const silences = silencesUntil(conduct, now);
  const days = silentDays(silences, {
    now,
    days: conductDays,
    zone: source.config.zone,
    cadence: conduct.cadence,
    observedSince: source.observedSince,
  });
  return {
    source: boardRow(source, { now, clock: ledger.clock }, told),
    days: days.map(({ day, lateMs, missed }) => ({
      day: daySchema.parse(day),
      lateSeconds: lateMs === null ? null : Math.round(lateMs / 1000),
      missed,
    })),
    silences: silences
      .toReversed()
      .slice(0, shownSilences)
      .map(({ from, until, missed }) => ({
        from: instantOf(from),
        until: until === now ? null : instantOf(until),
        missed,
      })),
    quarantine: await readRefusals(db, ledger.id, id),
    reminders: told.reminders.filter((each) => each.source === id).map(({ at, by }) => ({ at, by })),
  };
}

interface Told {
  readonly silences: ReadonlyMap<string, readonly Silence[]>;
  readonly waiting: ReadonlyMap<string, Waiting>;
  readonly reminders: Awaited<ReturnType<typeof readReminders>>;
}

async function toldOf(db: Queryable, ledger: Ledger, now: number, days: number, source: string | null): Promise<Told> {
  return {
    silences: await readSilences(db, ledger.id, { since: now - days * dayMs, source }),
    waiting: await countWaiting(db, ledger.id),
    reminders: await readReminders(db, ledger.id, now - conductDays * dayMs),
  };
}

function boardRow(source: Source, clocks: FreshnessClocks, { silences, waiting, reminders }: Told): SourceBoardRow {
  const { config, pausedAt, trouble } = source;
  const { now } = clocks;
  return {
    ...sourceStatus(source, clocks),
    way: wayOf(config),
    dropped: source.dropped,
    owner: config.owner ?? null,
    since: sinceOf(source, now, silences.get(source.id) ?? []),
    pausedAt: pausedAt === null ? null : instantOf(pausedAt),
    trouble: trouble === null ? null : { ...trouble, since: instantOf(trouble.since) },
    contacts: contactsOfSource(source, now, silences.get(source.id) ?? []),
    ...(waiting.get(source.id) ?? { waiting: 0, replayable: 0 }),
    reminders: reminders.filter((each) => each.source === source.id).length,
  };
}

function wayOf({ syslog, mqtt, pull }: Source['config']): SourceBoardRow['way'] {
  if (syslog !== undefined) return 'syslog';
  if (mqtt !== undefined) return 'mqtt';
  return pull === undefined ? 'push' : 'pull';
}

/** Live since the last silence ended, late, stale and lost since their stamps passed; in real time, as contacts and silences. */
function sinceOf(source: Source, now: number, ended: readonly Silence[]): SourceBoardRow['since'] {
  const { freshness } = sourceStatus(source, { now, clock: { kind: 'real' } });
  if (freshness.state === 'late') return freshness.lateAt;
  if (freshness.state === 'stale') return freshness.staleAt;
  if (freshness.state === 'lost') return freshness.lostAfter;
  const live = ended.at(-1)?.until ?? source.observedSince;
  return freshness.state === 'none' || live === null ? null : instantOf(live);
}

function contactsOfSource(source: Source, now: number, ended: readonly Silence[]): SourceBoardRow['contacts'] {
  const contacts = source.config.cadence === undefined ? null : contactsAt(conductOf(source, ended), now);
  return contacts === null ? null : { ...contacts, from: instantOf(contacts.from) };
}
