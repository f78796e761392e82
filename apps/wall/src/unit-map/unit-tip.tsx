import { numberText, shareText } from '@flagtower/charts';
import type { RankedUnit } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useFreshness } from '../freshness/use-freshness.ts';
import { useWords } from '../words/language.tsx';
import { mapWords } from './map-words.ts';

/** The figures of the unit under the pointer. */
export function UnitTip({
  name,
  unit,
  at,
  frame,
}: {
  readonly name: string;
  /** `null`: nothing was told of it, which is not zero. */
  readonly unit: RankedUnit | null;
  /** In pixels of the map's frame. */
  readonly at: { readonly x: number; readonly y: number };
  readonly frame: { readonly width: number; readonly height: number };
}): ReactNode {
  const words = useWords();
  const { locale, freshness } = words;
  const mine = mapWords[locale];
  const { state, ageText } = useFreshness(unit?.freshness ?? null);
  const count = (value: number): string => numberText(value, locale);
  return (
    <output className="map-tip label" style={besidePointer(at, frame)}>
      <strong>{name}</strong>
      {unit === null ? (
        <p>{mine.noFigures}</p>
      ) : (
        <dl>
          <dt>{mine.rate}</dt>
          <dd>{unit.receivedPer10k === null ? '—' : numberText(unit.receivedPer10k, locale, 1)}</dd>
          <dt>{mine.received}</dt>
          <dd>{count(unit.received)}</dd>
          <dt>{mine.open}</dt>
          <dd>{count(unit.open)}</dd>
          <dt>{mine.overdue}</dt>
          <dd>
            {count(unit.overdue)}
            {unit.overdueShare === null ? '' : ` · ${shareText(unit.overdueShare, locale)}`}
          </dd>
          <dt>{mine.nearDue}</dt>
          <dd>{count(unit.nearDue)}</dd>
        </dl>
      )}
      <p className="note">
        {freshness.states[state]}
        {ageText === '' ? '' : ` · ${ageText}`}
      </p>
    </output>
  );
}

/** Towards the middle of the frame, so that it is never cut off. */
function besidePointer(
  { x, y }: { readonly x: number; readonly y: number },
  { width, height }: { readonly width: number; readonly height: number },
): Record<string, number> {
  const gap = 12;
  return {
    ...(x < width / 2 ? { left: x + gap } : { right: width - x + gap }),
    ...(y < height / 2 ? { top: y + gap } : { bottom: height - y + gap }),
  };
}
