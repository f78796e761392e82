import { z } from 'zod';

/**
 * How far a procedure is offered online. Two vocabularies that do not convert into each other: levels 1 to 4 of Decree
 * 43/2011/NĐ-CP, and since Decree 42/2022/NĐ-CP the whole process online (toàn trình) or a part of it (một phần). `none` says in
 * either time that it is not offered online.
 */
export const serviceLevelSchema = z.enum(['level-1', 'level-2', 'level-3', 'level-4', 'full', 'partial', 'none']);
export type ServiceLevel = z.infer<typeof serviceLevelSchema>;

/** Decree 42/2022/NĐ-CP was issued on this day; from then on its words are used. */
export const fullAndPartialFrom = '2022-06-24';

/** Which vocabulary a level belongs to; `null`: both. */
export function levelDecree(level: ServiceLevel): '43/2011/NĐ-CP' | '42/2022/NĐ-CP' | null {
  if (level === 'none') return null;
  return level === 'full' || level === 'partial' ? '42/2022/NĐ-CP' : '43/2011/NĐ-CP';
}

/** Counts as an online service: level 3 or 4 then, full or partial now. Levels 1 and 2 only inform. */
export function isOnlineLevel(level: ServiceLevel): boolean {
  return level !== 'level-1' && level !== 'level-2' && level !== 'none';
}
