import type { City } from '@flagtower/contracts';
import type { Incident } from '@flagtower/domain';
import {
  incidentChanges,
  incidentsOf,
  incidentTellers,
  readValuesAndDeeds,
  readJudgedSources,
  sourcesOfIncidents,
  type FollowedCut,
  type IncidentInputs,
  type Ledger,
  type Source,
  type ToldNotice,
} from '@flagtower/store';
import type { Pool } from 'pg';

import { stageOfIncidents, type StageOfIncidents } from './views/stage-view.ts';

/** Incidents end and close by the clock too: how often they are looked at although nothing came, milliseconds. */
const lookAgainMs = 5000;
/** How often it is asked whose values are judged: sources that measure something are not new every minute. */
const judgedEveryMs = 60_000;

/** The incidents of a ledger as its engine sees them. Everything is read from the store: a restart changes nothing. */
export class IncidentBook {
  readonly #options: { readonly pool: Pool; readonly city: City };
  #inputs: Omit<IncidentInputs, 'notices'> = { readings: [], deeds: [] };
  #changes: string | null = null;
  #notices: readonly ToldNotice[] | null = null;
  #lookedAt: number | null = null;
  #judged: { readonly sources: readonly string[]; readonly readAt: number } | null = null;
  #told: ReadonlySet<string> = new Set();
  /** `null`: a day of no ladder, or a city without rules. */
  stage: StageOfIncidents | null = null;
  /** Neither closed by a person nor by themselves. */
  open: readonly Incident[] = [];

  constructor(options: { readonly pool: Pool; readonly city: City }) {
    this.#options = options;
  }

  async refresh(ledger: Ledger, cut: FollowedCut, notices: readonly ToldNotice[]): Promise<void> {
    const { pool, city } = this.#options;
    if (city.incidents === null) return;
    const changes = await incidentChanges(pool, ledger.id);
    if (changes !== this.#changes) {
      this.#inputs = await readValuesAndDeeds(pool, ledger.id, { at: cut.at, knownSeq: cut.seq });
      this.#changes = changes;
    } else if (notices === this.#notices && this.#lookedAt !== null && Math.abs(cut.at - this.#lookedAt) < lookAgainMs)
      return;
    this.#notices = notices;
    this.#lookedAt = cut.at;
    const all = incidentsOf({ ...this.#inputs, notices }, city.incidents, cut.at);
    this.open = all.filter(({ state }) => state !== 'closed');
    this.stage = stageOfIncidents(city.incidents, all, { at: cut.at, zone: ledger.zone });
    this.#told = sourcesOfIncidents(all);
    if (this.#judged === null || Math.abs(cut.at - this.#judged.readAt) >= judgedEveryMs)
      this.#judged = { sources: await readJudgedSources(pool, ledger.id, city.incidents), readAt: cut.at };
  }

  /** The sources that tell incidents, or would: what they do not tell is not known. */
  tellersOf(sources: Iterable<Source>): ReadonlySet<string> {
    return incidentTellers(this.#told, this.#judged?.sources ?? [], sources);
  }
}
