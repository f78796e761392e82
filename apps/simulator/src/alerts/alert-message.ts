import { hourMs, isoOf, minuteMs, monthOf, type DayNumber } from '../calendar/city-days.ts';
import { chanceOf, type Chance } from '../chance/chance.ts';
import { between, happens } from '../chance/draw.ts';
import type { CityModel, Place } from '../city-model.ts';
import { hazards, type Hazard } from './hazard.ts';

/** One CAP message: the first telling of an alert, a later one, or its end. */
export interface AlertMessage {
  readonly identifier: string;
  readonly msgType: 'Alert' | 'Update' | 'Cancel';
  /** Epoch milliseconds, as all moments here. */
  readonly sentAt: number;
  readonly onsetAt: number;
  readonly expiresAt: number;
  readonly hazard: Hazard;
  readonly severity: 'Minor' | 'Moderate' | 'Severe' | 'Extreme';
  readonly places: readonly Place[];
  /** The messages that this one replaces. */
  readonly references: readonly { readonly identifier: string; readonly sentAt: number }[];
}

const worse = { Minor: 'Moderate', Moderate: 'Severe', Severe: 'Extreme' } as const;
export const alertsEveryMs = minuteMs;
/** Longest life of an alert and its tellings, in days. */
const reachBackDays = 5;
/** When nothing was told for so long, the last message is still shown. */
const searchBackDays = 60;
/** A message that has run out or was replaced stays in the document so long: who was away can still read it. */
const lingerMs = 24 * hourMs;

/**
 * The messages that a warning office has on its page at a moment: what is in force, and what ended in the last day. The
 * page is never empty: after a quiet time it still shows the last messages, long expired.
 */
export function messagesOnPage(city: CityModel, at: number): AlertMessage[] {
  const today = city.days.dayOf(at);
  const told = messagesBetween(city, today - reachBackDays, today).filter(({ sentAt }) => sentAt <= at);
  const shown = told.filter(({ sentAt, expiresAt }) => expiresAt > at || sentAt > at - lingerMs);
  if (shown.length > 0) return shown;
  for (let day = today; day > today - searchBackDays; day -= 1) {
    const past = messagesBetween(city, day, day).filter(({ sentAt }) => sentAt <= at);
    if (past.length > 0) return past;
  }
  return [];
}

function messagesBetween(city: CityModel, first: DayNumber, last: DayNumber): AlertMessage[] {
  const ordinary = Array.from({ length: last - first + 1 }, (_, index) => messagesOfDay(city, first + index)).flat();
  return [...ordinary, ...messagesOfStory(city)].toSorted((a, b) => a.sentAt - b.sentAt);
}

/** The warning of the story's flood, ten minutes after the rain began, for three hours; it touches the dense part. */
function messagesOfStory(city: CityModel): AlertMessage[] {
  const hazard = hazards.find(({ id }) => id === 'street-flood');
  if (city.story?.name !== 'flood' || hazard === undefined) return [];
  const { startsAt } = city.story;
  const sentAt = wholeMinutes(startsAt + 10 * minuteMs);
  const [[west, south], [east, north]] = city.core;
  const places = city.placesOn(city.days.dayOf(sentAt)).filter(({ point }) => {
    return point !== null && point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north;
  });
  return [
    {
      identifier: `simulated-story-${hazard.id}-${sentAt}`,
      msgType: 'Alert',
      sentAt,
      onsetAt: sentAt,
      expiresAt: sentAt + 3 * hourMs,
      hazard,
      severity: 'Extreme',
      places,
      references: [],
    },
  ];
}

/** All tellings of the alerts that begin on a day, later ones included: a pure function of the seed and the day. */
export function messagesOfDay(city: CityModel, day: DayNumber): AlertMessage[] {
  return hazards
    .filter(({ months }) => months.includes(monthOf(day)))
    .flatMap((hazard) => {
      const chance = chanceOf(city.seed, 'hazard', hazard.id, isoOf(day));
      return happens(chance, hazard.chancePerDay) ? lifeOf(city, day, hazard, chance) : [];
    });
}

function lifeOf(city: CityModel, day: DayNumber, hazard: Hazard, chance: Chance): AlertMessage[] {
  const sentAt = city.days.startOf(day) + wholeMinutes(between(chance, ...hazard.toldAt) * hourMs);
  const onsetAt = hazard.urgency === 'Immediate' ? sentAt : sentAt + wholeMinutes(between(chance, 1, 6) * hourMs);
  const expiresAt = onsetAt + wholeMinutes(between(chance, ...hazard.lastsHours) * hourMs);
  const all = city.placesOn(day);
  const places = all.filter(() => happens(chance, hazard.reach));
  const first: AlertMessage = {
    identifier: `simulated-${isoOf(day)}-${hazard.id}-1`,
    msgType: 'Alert',
    sentAt,
    onsetAt,
    expiresAt,
    hazard,
    severity: hazard.severity,
    places: places.length === 0 ? all.slice(0, 1) : places,
    references: [],
  };
  const messages = [first];
  const span = expiresAt - sentAt;
  const follow = (msgType: 'Update' | 'Cancel', share: number, change: Partial<AlertMessage>): void => {
    messages.push({
      ...first,
      ...change,
      msgType,
      identifier: first.identifier.replace(/1$/, String(messages.length + 1)),
      sentAt: sentAt + wholeMinutes(span * share),
      references: messages.map(({ identifier, sentAt: earlier }) => ({ identifier, sentAt: earlier })),
    });
  };
  if (happens(chance, 0.35))
    follow('Update', between(chance, 0.2, 0.5), {
      severity: happens(chance, 0.4) ? worse[hazard.severity] : hazard.severity,
      expiresAt: expiresAt + wholeMinutes(span * between(chance, 0, 0.4)),
    });
  if (happens(chance, 0.3)) follow('Cancel', between(chance, 0.6, 0.9), {});
  return messages;
}

function wholeMinutes(ms: number): number {
  return Math.round(ms / 60_000) * 60_000;
}
