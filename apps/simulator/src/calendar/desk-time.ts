import { hourMs, type CityDays } from './city-days.ts';
import { addWorkingDays, isWorkingDay, workingDayFrom } from './working-days.ts';

/** Desks are open 08:00–12:00 and 13:00–17:00 of a working day. */
const morning = { from: 8 * hourMs, to: 12 * hourMs };
const afternoon = { from: 13 * hourMs, to: 17 * hourMs };
const deskDayMs = morning.to - morning.from + (afternoon.to - afternoon.from);

export function isDeskTime(at: number, days: CityDays): boolean {
  const day = days.dayOf(at);
  const hour = at - days.startOf(day);
  const open = (hour >= morning.from && hour < morning.to) || (hour >= afternoon.from && hour < afternoon.to);
  return open && isWorkingDay(day, days);
}

/** The moment when a desk has worked `workMs` since `at`: nights, lunches and days off do not count. */
export function afterDeskTime(at: number, workMs: number, days: CityDays): number {
  let day = days.dayOf(at);
  let worked = isWorkingDay(day, days) ? deskTimeUntil(at - days.startOf(day)) : deskDayMs;
  let left = workMs;
  while (left > deskDayMs - worked || worked === deskDayMs) {
    left -= deskDayMs - worked;
    day = workingDayFrom(day + 1, days);
    worked = 0;
  }
  return days.startOf(day) + hourAfter(worked + left);
}

/** End of the desk day, `count` working days after the day of `at`. */
export function deskDayEnd(at: number, count: number, days: CityDays): number {
  return days.startOf(addWorkingDays(days.dayOf(at), count, days)) + afternoon.to;
}

/** Desk time that passes between two moments. */
export function deskTimeBetween(from: number, to: number, days: CityDays): number {
  if (to <= from) return 0;
  const first = days.dayOf(from);
  const last = days.dayOf(to);
  let sum = 0;
  for (let day = first; day <= last; day += 1) {
    if (!isWorkingDay(day, days)) continue;
    const begin = day === first ? deskTimeUntil(from - days.startOf(day)) : 0;
    const end = day === last ? deskTimeUntil(to - days.startOf(day)) : deskDayMs;
    sum += end - begin;
  }
  return sum;
}

/** Desk time from midnight to an hour of the day. */
function deskTimeUntil(hour: number): number {
  const before = Math.min(Math.max(hour - morning.from, 0), morning.to - morning.from);
  return before + Math.min(Math.max(hour - afternoon.from, 0), afternoon.to - afternoon.from);
}

/** The hour of the day at which so much desk time has passed. */
function hourAfter(workMs: number): number {
  const inMorning = morning.to - morning.from;
  return workMs <= inMorning ? morning.from + workMs : afternoon.from + (workMs - inMorning);
}
