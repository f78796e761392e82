import { hanoi } from '@flagtower/city-hanoi';
import { dossierEventSchema, type DossierEvent } from '@flagtower/contracts';

import { chance } from './chance.ts';

const dayMs = 86_400_000;
const days = 180;
const channels = ['online', 'at-home', 'desk', 'post', 'kiosk'];
const procedures = 40;

export interface Life {
  readonly code: string;
  readonly unit: string;
  readonly procedure: string;
  readonly channel: string;
  /** Epoch milliseconds. */
  readonly received: number;
  readonly due: number;
  /** `null`: still open. */
  readonly handled: number | null;
}

/**
 * Lives of dossiers `from` to `to` of `of`, received over the 180 days before `end` in order, the same for the same
 * numbers. Every eighth is open and every tenth is late, so that states and rates have something to say.
 */
export function lives(from: number, to: number, of: number, end: number): Life[] {
  const communes = hanoi.units.filter(({ level, validTo }) => level === 'commune' && validTo === null);
  return Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    const draw = chance(number);
    const received = Math.floor(end - days * dayMs * (1 - number / of) - dayMs * draw());
    const due = received + (3 + Math.floor(draw() * 20)) * dayMs;
    const isLate = draw() < 0.1;
    const handled = isLate ? due + Math.floor(draw() * 5 * dayMs) : received + Math.floor(draw() * (due - received));
    return {
      code: `B-${String(number)}`,
      unit: communes[Math.floor(draw() * communes.length)]?.code ?? hanoi.root,
      procedure: `1.${String(100_000 + Math.floor(draw() ** 2 * procedures))}`,
      channel: channels[Math.floor(draw() * channels.length)] ?? 'desk',
      received,
      due,
      handled: handled > end || draw() < 0.125 ? null : handled,
    };
  });
}

/** The two records of a dossier: its receipt, and its end or what is done on it. */
export function recordsOf(life: Life): [DossierEvent, DossierEvent] {
  const { code, unit, procedure, channel, received, due, handled } = life;
  const about = { kind: 'dossier-event', caseKind: 'dossier', dossier: code, dating: 'change' };
  const second = handled ?? received + 60_000;
  return [
    dossierEventSchema.parse({
      ...about,
      recordId: `${code}/1`,
      occurredAt: new Date(received).toISOString(),
      steps: [{ step: 'received', at: new Date(received).toISOString() }],
      unit,
      procedure,
      channel,
      due: { at: new Date(due).toISOString(), precision: 'instant' },
    }),
    dossierEventSchema.parse({
      ...about,
      recordId: `${code}/2`,
      occurredAt: new Date(second).toISOString(),
      steps: [{ step: handled === null ? 'activity' : 'handled', at: new Date(second).toISOString() }],
    }),
  ];
}
