import { ownWords } from '../text/own-words.ts';

/** A unit as its quantity's base unit: `value * factor + offset`. */
interface Unit {
  readonly quantity: string;
  readonly factor: number;
  readonly offset?: number;
  /** UCUM. */
  readonly ucum: string;
}

const unit = (quantity: string, ucum: string, factor = 1, offset = 0): Unit => ({ quantity, ucum, factor, offset });

/** Common codes of UN/CEFACT Recommendation 20, which NGSI's `unitCode` is of, by what they mean. */
const commonCodes: Readonly<Record<string, Unit>> = ownWords({
  C62: unit('ratio', '1'),
  P1: unit('ratio', '%', 0.01),
  '59': unit('mixing', '[ppm]', 1000),
  '61': unit('mixing', '[ppb]'),
  GP: unit('concentration', 'mg/m3', 1000),
  GQ: unit('concentration', 'ug/m3'),
  CEL: unit('temperature', 'Cel'),
  KEL: unit('temperature', 'K', 1, -273.15),
  FAH: unit('temperature', '[degF]', 5 / 9, -160 / 9),
  MTS: unit('speed', 'm/s', 3.6),
  KMH: unit('speed', 'km/h'),
  SEC: unit('time', 's'),
  MIN: unit('time', 'min', 60),
  HUR: unit('time', 'h', 3600),
  MTR: unit('length', 'm'),
  CMT: unit('length', 'cm', 0.01),
  MMT: unit('length', 'mm', 0.001),
  KMT: unit('length', 'km', 1000),
  DD: unit('angle', 'deg'),
  '2N': unit('level', 'dB'),
  PAL: unit('pressure', 'Pa'),
  A97: unit('pressure', 'hPa', 100),
  MBR: unit('pressure', 'mbar', 100),
  B13: unit('radiant-exposure', 'J/m2'),
  MQS: unit('volume-flow', 'm3/s'),
  L2: unit('volume-flow', 'L/min', 1 / 60_000),
});

const byUcum = new Map(Object.values(commonCodes).map((it) => [it.ucum, it]));
/** Other spellings that brokers send in place of a code. */
const spellings: Readonly<Record<string, string>> = ownWords({
  'µg/m3': 'ug/m3',
  'μg/m3': 'ug/m3',
  'µg/m³': 'ug/m3',
  'μg/m³': 'ug/m3',
  'mg/m³': 'mg/m3',
  '°C': 'Cel',
  ppm: '[ppm]',
  ppb: '[ppb]',
});

/** @returns `null` for a unit that nobody here knows */
function unitOf(text: string): Unit | null {
  return commonCodes[text] ?? byUcum.get(spellings[text] ?? text) ?? null;
}

export interface Converted {
  readonly value: number;
  /** UCUM. */
  readonly unit: string;
}

/**
 * A told value in the unit that its metric is kept in; in its own where the metric has none.
 * @param wanted UCUM
 * @returns `null` where the told unit is not known, or is of something else: parts per million are no weight in a volume
 */
export function converted(value: number, told: string, wanted: string | null): Converted | null {
  const from = unitOf(told.trim());
  if (from === null) return null;
  if (wanted === null || wanted === from.ucum) return { value, unit: from.ucum };
  const to = unitOf(wanted);
  if (to === null || to.quantity !== from.quantity) return null;
  const base = value * from.factor + (from.offset ?? 0);
  return { value: Number(((base - (to.offset ?? 0)) / to.factor).toPrecision(12)), unit: wanted };
}
