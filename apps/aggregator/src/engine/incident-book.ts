import type { City } from '@flagtower/contracts';
import type { Incident } from '@flagtower/domain';
import {
  incidentChanges,
  incidentsOf,
  readIncidentInputs,
  type FollowedCut,
  type IncidentInputs,
  type Ledger,
  type ToldNotice,
} from '@flagtower/store';
import type { Pool } from 'pg';

/** Incidents end and close by the clock too: how often they are looked at although nothing came, milliseconds. */
const lookAgainMs = 5000;

/** The incidents of a ledger as its engine sees them. Everything is read from the store: a restart changes nothing. */
export class IncidentBook {
  readonly #options: { readonly pool: Pool; readonly city: City };
  #inputs: Omit<IncidentInputs, 'notices'> = { readings: [], deeds: [] };
  #changes: string | null = null;
  #notices: readonly ToldNotice[] | null = null;
  #lookedAt: number | null = null;
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
      this.#inputs = await readIncidentInputs(pool, ledger.id, { at: cut.at, knownSeq: cut.seq });
      this.#changes = changes;
    } else if (notices === this.#notices && this.#lookedAt !== null && Math.abs(cut.at - this.#lookedAt) < lookAgainMs)
      return;
    this.#notices = notices;
    this.#lookedAt = cut.at;
    this.open = incidentsOf({ ...this.#inputs, notices }, city.incidents, cut.at).filter(
      ({ state }) => state !== 'closed',
    );
  }
}
