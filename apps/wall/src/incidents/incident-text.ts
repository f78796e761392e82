import { measuredText, type Language } from '@flagtower/charts';
import type { CityView, IncidentAbout, IncidentSeverity, ListedIncident } from '@flagtower/contracts';

import type { Level } from '../look/level.ts';
import { noticeText } from '../words/notice-text.ts';

const levels: Readonly<Record<IncidentSeverity, Level>> = { 1: 'normal', 2: 'watch', 3: 'warning', 4: 'critical' };

/** What nobody has to look at any more has no colour. */
export function incidentLevel({ severity, state }: Pick<ListedIncident, 'severity' | 'state'>): Level {
  return state === 'closed' ? 'none' : levels[severity];
}

/** Words of its source, a measured value with what is measured, or what somebody typed. */
export function aboutText(about: IncidentAbout, city: CityView | null, language: Language): string {
  if (about.from === 'notice') return noticeText(about, language);
  if (about.from === 'hand') return about.text;
  const measured = city?.incidents?.thresholds.find(({ id }) => id === about.threshold)?.names[language];
  return `${measured ?? about.threshold}: ${measuredText(about.value, about.unitOfMeasure, language)}`;
}

/** In words, with the unit that somebody named, else the thing that measures there; `null`: nobody told. */
export function placeText(
  { place, about }: Pick<ListedIncident, 'place' | 'about'>,
  city: CityView | null,
  language: Language,
): string | null {
  const unit = place.unit === undefined ? null : (city?.units.find(({ code }) => code === place.unit) ?? null);
  const words = [place.name, unit?.names[language] ?? place.unit].filter((part) => part !== null && part !== undefined);
  return words.length > 0 ? words.join(', ') : about.from === 'threshold' ? about.entity : null;
}

export function kindName(kind: string, city: CityView | null, language: Language): string {
  return city?.incidents?.kinds.find(({ id }) => id === kind)?.names[language] ?? kind;
}
