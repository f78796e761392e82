import { z } from 'zod';

import { namesSchema } from './names.ts';
import { daySchema } from './time.ts';

/** Why offices are closed on a day that is no weekend, or open on one that is. */
export const calendarReasonSchema = z.enum([
  /** A day that the law names. */
  'holiday',
  /** The law names how many days, not which: these were decided and the decision's source is known. */
  'decided',
  /** As before, but no decision is known to us: the usual choice. */
  'assumed',
  /** Makes up for a day off that fell on a weekend. */
  'made-up',
  /** Exchanged for another day by a decision. */
  'swapped',
]);
export type CalendarReason = z.infer<typeof calendarReasonSchema>;

/**
 * When a country's offices work. Data, so that it can be handed to rules, be versioned and be read on the wall; days are
 * plain calendar days.
 */
export const workingCalendarSchema = z.object({
  version: z.number().int().min(1),
  /** First and last day that it speaks of, both included. */
  from: daySchema,
  to: daySchema,
  /** Days of rest in every week, 1 Monday to 7 Sunday. */
  weekend: z.array(z.number().int().min(1).max(7)).max(6),
  /** Closed days outside the weekend or on it, ascending; `holiday` is the id of what is celebrated. */
  daysOff: z.array(z.object({ day: daySchema, holiday: z.string(), reason: calendarReasonSchema })),
  /** Days of a weekend on which offices work all the same, ascending. */
  workDays: z.array(daySchema),
  /** Years whose open choices were all decided and are known with their source: answers on any other rest on computation alone. */
  decidedYears: z.array(z.number().int()),
  holidays: z.array(z.object({ id: z.string(), names: namesSchema, basis: namesSchema })),
  /** Where decisions are known from, a line each. */
  sources: z.array(z.string()),
});
export type WorkingCalendar = z.infer<typeof workingCalendarSchema>;
