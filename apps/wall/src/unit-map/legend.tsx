import { numberText, type Language } from '@flagtower/charts';
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
  isFleet,
  isGround,
  width,
}: {
  readonly look: MapLook;
  /** `null`: the feed told of nothing. */
  readonly fleet: Fleet | null;
  readonly isFleet: boolean;
  readonly isGround: boolean;
  /** Pixels beside the map. */
  readonly width: number;
}): ReactNode {
  const { locale } = useWords();
  const words = mapWords[locale];
  const digits = Math.max(0, -Math.floor(Math.log10(look.breaks[0] ?? 1)));
  return (
    <div className="map-legend note" style={{ width }}>
      {isGround ? null : <Ramp look={look} digits={digits} language={locale} />}
      <div className="map-keys">
        <span>
          <Mark level="critical" name={null} size={14} /> {words.critical}
        </span>
        <span>
          <Mark level="warning" name={null} size={14} /> {words.warning}
        </span>
        {isGround ? null : (
          <span>
            <span className="map-key-unknown" /> {words.unknown}
          </span>
        )}
      </div>
      {fleet === null ? null : <FleetCount fleet={fleet} isFleet={isFleet} />}
    </div>
  );
}

function Ramp({
  look,
  digits,
  language,
}: {
  readonly look: MapLook;
  readonly digits: number;
  readonly language: Language;
}): ReactNode {
  return (
    <ol className="map-ramp">
      {look.palette.ramp.map((color, step) => (
        <li key={color} className="map-ramp-step">
          <span className="map-ramp-color" style={{ background: color }} />
          {step === 0 ? '0' : numberText(look.breaks[step - 1] ?? 0, language, digits)}
        </li>
      ))}
    </ol>
  );
}

function FleetCount({ fleet, isFleet }: { readonly fleet: Fleet; readonly isFleet: boolean }): ReactNode {
  const { locale } = useWords();
  const words = mapWords[locale];
  const parts = [
    (isFleet ? words.vehicles : words.things)(numberText(fleet.live, locale)),
    ...(fleet.late > 0 ? [words.late(numberText(fleet.late, locale))] : []),
    ...(fleet.silent > 0 ? [words.silent(numberText(fleet.silent, locale))] : []),
  ];
  return <div className="map-fleet">● {parts.join(' · ')}</div>;
}
