import { numberText } from '@flagtower/charts';
import type { ReactNode } from 'react';

import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import type { MapLook } from './map-style.ts';
import { mapWords } from './map-words.ts';
import type { Fleet } from './vehicles.ts';

/** The ramp with its numbers, the outlines with their marks, "not known" apart from zero, and the vehicles counted. */
export function Legend({
  look,
  fleet,
  width,
}: {
  readonly look: MapLook;
  /** `null`: the feed told of nothing. */
  readonly fleet: Fleet | null;
  /** Pixels beside the map. */
  readonly width: number;
}): ReactNode {
  const { locale } = useWords();
  const words = mapWords[locale];
  const digits = Math.max(0, -Math.floor(Math.log10(look.breaks[0] ?? 1)));
  return (
    <div className="map-legend note" style={{ width }}>
      <ol className="map-ramp">
        {look.palette.ramp.map((color, step) => (
          <li key={color} className="map-ramp-step">
            <span className="map-ramp-color" style={{ background: color }} />
            {step === 0 ? '0' : numberText(look.breaks[step - 1] ?? 0, locale, digits)}
          </li>
        ))}
      </ol>
      <div className="map-keys">
        <span>
          <Mark level="critical" name={null} size={14} /> {words.critical}
        </span>
        <span>
          <Mark level="warning" name={null} size={14} /> {words.warning}
        </span>
        <span>
          <span className="map-key-unknown" /> {words.unknown}
        </span>
      </div>
      {fleet === null ? null : <FleetCount fleet={fleet} />}
    </div>
  );
}

function FleetCount({ fleet }: { readonly fleet: Fleet }): ReactNode {
  const { locale } = useWords();
  const words = mapWords[locale];
  const parts = [
    words.vehicles(numberText(fleet.live, locale)),
    ...(fleet.late > 0 ? [words.late(numberText(fleet.late, locale))] : []),
    ...(fleet.silent > 0 ? [words.silent(numberText(fleet.silent, locale))] : []),
  ];
  return <div className="map-fleet">● {parts.join(' · ')}</div>;
}
