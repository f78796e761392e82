import { cutSchema, topicSchema, type Delta, type Subscribed } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Json } from './equal-json.ts';
import { catchUp, openPublication, publish, type Publication } from './publisher.ts';
import { applySubscribed, ask, holding, receiveDelta, unknownTopic, type Received, type Replica } from './replica.ts';

const topic = topicSchema.parse('kpis/01');
const cutAt = (second: number) => cutSchema.parse({ at: new Date(second * 1000).toISOString(), knownSeq: second });

const anyValue: fc.Arbitrary<Json> = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('a', null, true),
  fc.record(
    {
      value: fc.integer({ min: 0, max: 2 }),
      list: fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 2 }),
    },
    { noNullPrototype: true },
  ),
);
const anyState = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__'), anyValue, { maxKeys: 7 })
  .map((entries) => new Map(Object.entries(entries)));

/** What may happen between a publisher and a client; indices pick a message that is under way. */
const anyEvent = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('publish' as const), state: anyState }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('deliver' as const, 'drop' as const, 'duplicate' as const),
      pick: fc.nat(8),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('ask' as const, 'serve' as const), pick: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('disconnect' as const), pick: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), state: anyState }) },
);
type AnyEvent = typeof anyEvent extends fc.Arbitrary<infer T> ? T : never;

type Question = { asked: number; held: ReturnType<typeof holding> };
type Message = { delta: Delta } | { asked: number; reply: Subscribed };
interface World {
  publication: Publication;
  replica: Replica;
  questions: Question[];
  wire: Message[];
  clock: number;
  epochs: number;
  /** Every whole state that was ever published, by epoch and revision. */
  history: Map<string, Publication['state']>;
}

function remember(world: World): void {
  const { epoch, revision, state } = world.publication;
  world.history.set(`${epoch}#${revision}`, state);
}

function begin(state: Publication['state'], keep: number): World {
  const publication = openPublication({ ledger: 'trial', topic, epoch: 'epoch-0', cut: cutAt(0) }, state, keep);
  const world = {
    publication,
    replica: unknownTopic,
    questions: [],
    wire: [],
    clock: 0,
    epochs: 0,
    history: new Map(),
  };
  remember(world);
  return world;
}

function askAgain(world: World): void {
  world.replica = ask(world.replica);
  world.questions.push({ asked: world.replica.asked, held: holding(world.replica) });
}

function take(world: World, received: Received): void {
  world.replica = received.replica;
  if (received.outcome === 'gap') askAgain(world);
}

function arrive(world: World, message: Message): void {
  if ('delta' in message) take(world, receiveDelta(world.replica, message.delta));
  else take(world, applySubscribed(world.replica, message.asked, message.reply));
}

function serve(world: World, question: Question): void {
  world.wire.push({ asked: question.asked, reply: catchUp(world.publication, question.held) });
}

/** The message of the wire or the question that a number points at. */
function pickFrom(list: readonly unknown[], pick: number): number {
  return pick % Math.max(1, list.length);
}

function tick(world: World, state: Publication['state']): void {
  world.clock += 1;
  const { publication, delta } = publish(world.publication, state, cutAt(world.clock));
  world.publication = publication;
  remember(world);
  if (delta !== null) world.wire.push({ delta });
}

function restart(world: World, state: Publication['state'], keep: number): void {
  world.epochs += 1;
  const about = { ledger: 'trial', topic, epoch: `epoch-${world.epochs}`, cut: cutAt(world.clock) } as const;
  world.publication = openPublication(about, state, keep);
  remember(world);
}

function transport(world: World, kind: 'deliver' | 'drop' | 'duplicate', pick: number): void {
  const at = pickFrom(world.wire, pick);
  const message = world.wire[at];
  if (message === undefined) return;
  if (kind !== 'duplicate') world.wire.splice(at, 1);
  if (kind !== 'drop') arrive(world, message);
}

function happen(world: World, event: AnyEvent, keep: number): void {
  switch (event.kind) {
    case 'publish':
      return tick(world, event.state);
    case 'restart':
      return restart(world, event.state, keep);
    case 'disconnect':
      world.wire = [];
      world.questions = [];
      return askAgain(world);
    case 'ask':
      return askAgain(world);
    case 'serve':
      for (const question of world.questions.splice(pickFrom(world.questions, event.pick), 1)) serve(world, question);
      return;
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return transport(world, event.kind, event.pick);
  }
}

/** The line is quiet again: what is under way arrives in order, and questions are answered until none is left. */
function settle(world: World): number {
  askAgain(world);
  let questions = 0;
  for (; questions < 20; questions += 1) {
    for (const question of world.questions.splice(0)) serve(world, question);
    for (const message of world.wire.splice(0)) arrive(world, message);
    if (world.questions.length === 0) return questions;
  }
  return questions;
}

const anySchedule = fc.record({
  keep: fc.constantFrom(0, 1, 3, 64),
  start: anyState,
  events: fc.array(anyEvent, { maxLength: 60 }),
});

test('after any drops, duplicates, reorderings, reconnections and restarts one answered question makes the replica equal', () => {
  fc.assert(
    fc.property(anySchedule, ({ keep, start, events }) => {
      const world = begin(start, keep);
      for (const event of events) happen(world, event, keep);

      const questions = settle(world);

      expect(questions).toBeLessThanOrEqual(2);
      expect(world.replica.held?.epoch).toBe(world.publication.epoch);
      expect(world.replica.held?.revision).toBe(world.publication.revision);
      expect(world.replica.held?.state).toEqual(world.publication.state);
    }),
    { numRuns: 1000 },
  );
});

test('at every moment a replica holds a whole state that was published, never a part of one', () => {
  fc.assert(
    fc.property(anySchedule, ({ keep, start, events }) => {
      const world = begin(start, keep);
      askAgain(world);

      for (const event of events) {
        happen(world, event, keep);
        const { held } = world.replica;
        expect(held?.state).toEqual(held === null ? undefined : world.history.get(`${held.epoch}#${held.revision}`));
      }
    }),
    { numRuns: 1000 },
  );
});

/** Told by text, which shares nothing with the comparison under test: the values above have one order of keys. */
function textOf(state: Publication['state']): string {
  return JSON.stringify([...state].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

test('the revisions of an epoch go up by one with each change and not without one', () => {
  fc.assert(
    fc.property(anyState, fc.array(anyState, { maxLength: 20 }), (start, states) => {
      let publication = openPublication({ ledger: 'trial', topic, epoch: 'e', cut: cutAt(0) }, start);
      for (const [at, state] of states.entries()) {
        const published = publish(publication, state, cutAt(at + 1));
        const steps = textOf(publication.state) === textOf(state) ? 0 : 1;

        expect(published.delta === null ? 0 : 1).toBe(steps);
        expect(published.publication.revision).toBe(publication.revision + steps);
        expect(published.publication.state).toEqual(state);

        publication = published.publication;
      }
      expect(publication.recent.map(({ revision }) => revision)).toEqual(
        publication.recent.map((_, at) => publication.revision - publication.recent.length + 1 + at),
      );
    }),
  );
});
