import { hourMs } from '../../calendar/city-days.ts';
import { chanceOf } from '../../chance/chance.ts';
import { between, happens } from '../../chance/draw.ts';
import type { CityModel } from '../../city-model.ts';

/** Of handled reports 45,2% were rated (Hue, 2019); Hanoi tells no such share. */
const ratedShare = 0.452;
/** Hanoi Radio-TV of August 2024: 34,4% of those who rated were not satisfied. */
const satisfiedShare = 0.656;

export interface ReportRating {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly satisfied: boolean;
}

/** What whoever reported says of the answer, within three days of it (assumed); `null`: nothing. */
export function reportRating({ seed }: CityModel, code: string, handledAt: number): ReportRating | null {
  const chance = chanceOf(seed, 'field-report-ratings', code);
  if (!happens(chance, ratedShare)) return null;
  return {
    at: handledAt + Math.floor(between(chance, 0.1, 72) * hourMs),
    satisfied: happens(chance, satisfiedShare),
  };
}
