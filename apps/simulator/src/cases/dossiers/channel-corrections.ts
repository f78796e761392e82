import { minuteMs, type DayNumber } from '../../calendar/city-days.ts';
import { instantText } from '../../calendar/instant-text.ts';
import { chanceOf } from '../../chance/chance.ts';
import { between, happens } from '../../chance/draw.ts';
import type { CityModel } from '../../city-model.ts';
import { correctionsAt } from '../../story/story.ts';
import type { TimedRecord } from '../case-record.ts';
import { dossierCohort } from './dossier-cohort.ts';

/** Desks typed in what had come online; so many of what they received in the days before were told wrong. Assumed. */
const wrongShare = 0.25;
const daysBack = 3;
/** The source sets them right within so long. */
const withinMs = 8 * minuteMs;

/**
 * What the one-stop source of the story sets right on a day: dossiers of today and the three days before that it had told as
 * received at the desk came online.
 */
export function channelCorrections(city: CityModel, day: DayNumber): TimedRecord[] {
  const from = correctionsAt(city);
  if (from === null || city.days.dayOf(from) !== day) return [];
  return Array.from({ length: daysBack + 1 }, (_, index) => [...dossierCohort(city, day - index)].flat())
    .flat()
    .filter(({ at, record }) => at <= from && record.channel === 'in-person' && isReceipt(record))
    .flatMap(({ record: { dossier, caseKind } }) => {
      const chance = chanceOf(city.seed, 'correction', dossier);
      if (!happens(chance, wrongShare)) return [];
      const at = from + Math.floor(between(chance, 0, withinMs));
      const occurredAt = instantText(at);
      return [{ at, record: correctionOf(dossier, caseKind, occurredAt) }];
    });
}

function isReceipt({ steps }: TimedRecord['record']): boolean {
  return steps.some(({ step }) => step === 'received');
}

function correctionOf(
  dossier: string,
  caseKind: TimedRecord['record']['caseKind'],
  occurredAt: string,
): TimedRecord['record'] {
  return {
    kind: 'dossier-event',
    recordId: `${dossier}/channel`,
    occurredAt,
    caseKind,
    dossier,
    steps: [{ step: 'amended', at: occurredAt }],
    dating: 'correction',
    version: 1,
    channel: 'online',
  };
}
