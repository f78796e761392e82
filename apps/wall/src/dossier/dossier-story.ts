import { instantSchema, takenDossierEventSchema, type DossierEvent } from '@flagtower/contracts';
import { z } from 'zod';

/** One dossier as the service tells it. */
export const storySchema = z.object({
  at: instantSchema,
  knownSeq: z.number(),
  dossier: z.object({
    id: z.string(),
    code: z.string(),
    source: z.string(),
    standing: z.string(),
    unit: z.string().nullable(),
    procedure: z.string().nullable(),
    channel: z.string().nullable(),
    receivedAt: instantSchema.nullable(),
    dueAt: instantSchema.nullable(),
    /** `computed`: nobody told it. */
    duePrecision: z.string().nullable(),
    closedAt: instantSchema.nullable(),
    disagreements: z.number(),
    facts: z.array(
      z.object({
        measure: z.string(),
        at: instantSchema,
        delta: z.number(),
        unit: z.string().nullable(),
        handlingMs: z.number().nullable(),
      }),
    ),
    records: z.array(
      z.object({
        seq: z.number(),
        source: z.string(),
        recordedAt: instantSchema,
        retracted: z.boolean(),
        event: takenDossierEventSchema,
      }),
    ),
  }),
});
export type Story = z.infer<typeof storySchema>['dossier'];
export type StoryRecord = Story['records'][number];

/** A line of the timeline. `told`: the record that says so; absent for what the clock alone brings. */
export interface Moment {
  readonly key: string;
  readonly at: string;
  readonly kind: string;
  readonly sign: 'happened' | 'promised' | 'clock';
  readonly record: StoryRecord | null;
  readonly unit: string | null;
}

/** What the clock brings, as far as a reader wants to know. */
const clockFacts = new Set(['near-due', 'overdue']);

/**
 * A dossier's life in order of time: the steps that its records tell, the due moments that they promise where these change,
 * transfers, and what the clock brings. A record that was taken back tells nothing any more.
 */
export function momentsOf(story: Story): Moment[] {
  const standing = story.records.filter(({ retracted }) => !retracted);
  const told = standing.flatMap((record): Moment[] =>
    record.event.steps.map((step, index) => ({
      key: `${String(record.seq)} ${String(index)}`,
      at: step.at,
      kind: step.step,
      sign: 'happened',
      record,
      unit: step.step === 'transferred' ? (record.event.unit ?? null) : null,
    })),
  );
  return [...told, ...promises(standing), ...transfers(story, told), ...byClock(story)].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || signOrder[a.sign] - signOrder[b.sign],
  );
}

const signOrder = { promised: 0, happened: 1, clock: 2 };

/** Each due moment once: told again unchanged it is no news. */
function promises(records: readonly StoryRecord[]): Moment[] {
  const promised = new Set<string>();
  return records.flatMap((record): Moment[] => {
    const { due } = record.event;
    if (due === undefined || due === null || promised.has(due.at)) return [];
    promised.add(due.at);
    return [{ key: `due ${String(record.seq)}`, at: due.at, kind: 'due', sign: 'promised', record, unit: null }];
  });
}

/** Where a source tells only another unit and no step, the ledger has booked the transfer all the same. */
function transfers(story: Story, told: readonly Moment[]): Moment[] {
  return story.facts.flatMap(({ measure, at, unit, delta }, index): Moment[] => {
    if (measure !== 'transferred-in' || delta <= 0) return [];
    if (told.some((moment) => moment.kind === 'transferred' && moment.at === at)) return [];
    return [{ key: `transfer ${String(index)}`, at, kind: 'transferred', sign: 'happened', record: null, unit }];
  });
}

function byClock({ facts }: Story): Moment[] {
  return facts.flatMap(({ measure, at, delta }, index): Moment[] =>
    clockFacts.has(measure) && delta > 0
      ? [{ key: `clock ${String(index)}`, at, kind: measure, sign: 'clock', record: null, unit: null }]
      : [],
  );
}

/** What a record says beside its steps, by field; codes as they were told. */
export function toldValues({
  unit,
  procedure,
  channel,
  due,
}: DossierEvent): [field: 'unit' | 'procedure' | 'channel' | 'due', value: string][] {
  const values: ['unit' | 'procedure' | 'channel' | 'due', string | null | undefined][] = [
    ['unit', unit],
    ['procedure', procedure],
    ['channel', channel],
    ['due', due === null ? null : due?.at],
  ];
  return values.flatMap(([field, value]): ['unit' | 'procedure' | 'channel' | 'due', string][] =>
    value === null || value === undefined ? [] : [[field, value]],
  );
}
