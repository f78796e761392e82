import type { Freshness } from '@flagtower/contracts';
import { useEffect, useRef, type RefObject } from 'react';

import type { StreamClient } from '../stream/stream-client.ts';
import { useStream } from '../stream/stream-context.ts';
import { armedMark, type ArmedMark } from './armed-mark.ts';
import { armingOf } from './arming.ts';

/**
 * Keeps a corner and a veil armed while `isArmed`: set back at every heartbeat and at every new word on the value, at once
 * and outside of React, so that a slow render puts nothing off.
 */
export function useArming(
  freshness: Freshness,
  isArmed: boolean,
  corner: RefObject<HTMLElement | null>,
  veil: RefObject<HTMLElement | null>,
): void {
  const stream = useStream();
  const latest = useRef(freshness);
  const armAgain = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = freshness;
    armAgain.current?.();
  }, [freshness]);
  useEffect(() => {
    const [cornerNow, veilNow] = [corner.current, veil.current];
    if (cornerNow === null || veilNow === null || !isArmed) return undefined;
    const marks = { late: armedMark(cornerNow), veil: armedMark(veilNow) };
    const arm = (): void => armBoth(marks, veilNow, latest.current, stream);
    arm();
    armAgain.current = arm;
    const stop = stream.watchBeats(arm);
    return () => {
      stop();
      armAgain.current = null;
      marks.late.disarm();
      marks.veil.disarm();
    };
  }, [isArmed, stream, corner, veil]);
}

function armBoth(
  marks: { readonly late: ArmedMark; readonly veil: ArmedMark },
  veil: HTMLElement,
  freshness: Freshness,
  stream: StreamClient,
): void {
  const { lateInMs, veilInMs, veilCause } = armingOf(freshness, {
    ledgerNowMs: stream.ledgerNowMs(),
    ledgerSpeed: stream.ledgerSpeed(),
    silenceMs: stream.silenceMs(),
  });
  if (lateInMs === null) marks.late.disarm();
  else marks.late.arm(lateInMs);
  marks.veil.arm(veilInMs);
  if (veil.dataset['cause'] !== veilCause) veil.dataset['cause'] = veilCause;
}
