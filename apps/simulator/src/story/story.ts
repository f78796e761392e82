import { minuteMs, type CityDays, type DayNumber } from '../calendar/city-days.ts';
import type { CityModel } from '../city-model.ts';

/** What can be played on top of an ordinary day. */
export const storyNames = ['flood', 'dengue', 'tet', 'outage', 'corrections'] as const;
type StoryName = (typeof storyNames)[number];

export interface Story {
  readonly name: StoryName;
  /** Epoch milliseconds of the city's clock. */
  readonly startsAt: number;
}

/** Something that swells, stays and goes, in minutes of the story. */
interface Course {
  readonly begins: number;
  readonly full: number;
  readonly ebbs: number;
  readonly over: number;
}

/** A cloudburst: water stands from the 5th minute, deepest from the 20th to the 75th. Assumed. */
const water: Course = { begins: 5, full: 20, ebbs: 75, over: 135 };
const rain: Course = { begins: 0, full: 3, ebbs: 35, over: 50 };
const epidemic: Course = { begins: 0, full: 20, ebbs: 300, over: 480 };
const correctionsAfterMs = 2 * minuteMs;
const silence: Course = { begins: 5, full: 5, ebbs: 35, over: 35 };
/** A cloudburst of Hanoi brings about so much in an hour; assumed. */
const heaviestRain = 85;

export interface Flood {
  /** 0 dry to 1, half a metre of water on the lowest streets. */
  readonly depth: number;
  /** mm an hour */
  readonly rain: number;
}

/** `null`: no flood is told. */
export function floodAt(city: CityModel, at: number): Flood | null {
  if (city.story?.name !== 'flood') return null;
  const minute = minuteOf(city.story, at);
  return { depth: strength(water, minute), rain: heaviestRain * strength(rain, minute) };
}

/** How far the epidemic of the story has come, 0 to 1: what takes weeks is told in an hour. */
export function epidemicAt(city: CityModel, at: number): number {
  return city.story?.name === 'dengue' ? strength(epidemic, minuteOf(city.story, at)) : 0;
}

/** Whether the road operator's server is dead. */
export function isSilentAt({ story }: CityModel, at: number): boolean {
  return story?.name === 'outage' && strength(silence, minuteOf(story, at)) > 0;
}

/** Tết lasts so many days, the first of them the day on which the story starts. */
const tetDays = 7;

/** The days off that a story brings. */
export function feastDays(story: Story | null, days: CityDays): ReadonlySet<DayNumber> {
  if (story?.name !== 'tet') return new Set();
  const first = days.dayOf(story.startsAt);
  return new Set(Array.from({ length: tetDays }, (_, index) => first + index));
}

/** Whether a moment lies in the Tết of the story. */
export function isFeastAt({ days }: CityModel, at: number): boolean {
  return days.feast.has(days.dayOf(at));
}

/** The moment from which sources set old figures right; `null`: they do not. */
export function correctionsAt({ story }: CityModel): number | null {
  return story?.name === 'corrections' ? story.startsAt + correctionsAfterMs : null;
}

function minuteOf({ startsAt }: Story, at: number): number {
  return (at - startsAt) / minuteMs;
}

function strength({ begins, full, ebbs, over }: Course, minute: number): number {
  if (minute < begins || minute >= over) return 0;
  if (minute < full) return (minute - begins) / (full - begins);
  return minute < ebbs ? 1 : (over - minute) / (over - ebbs);
}
