import { hourMs, isoOf, minuteMs } from './city-days.ts';

const dayMs = 24 * hourMs;
const days = new Map<number, string>();

/** As `Date.toISOString` (which takes off what is less than a millisecond too), of which the simulator would otherwise do little else: days are written once, hours by hand. */
export function instantText(moment: number): string {
  const at = Math.floor(moment);
  const day = Math.floor(at / dayMs);
  const known = days.get(day);
  const date = known ?? isoOf(day);
  if (known === undefined) days.set(day, date);
  const hour = at - day * dayMs;
  return `${date}T${two(hour / hourMs)}:${two((hour % hourMs) / minuteMs)}:${two((hour % minuteMs) / 1000)}.${three(hour % 1000)}Z`;
}

function two(value: number): string {
  const whole = Math.floor(value);
  return whole < 10 ? `0${whole}` : `${whole}`;
}

function three(value: number): string {
  return value < 100 ? `0${two(value)}` : `${value}`;
}
