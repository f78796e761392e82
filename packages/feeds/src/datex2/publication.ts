import type { Tally } from '../tally.ts';
import type { ReadMoment } from '../times/moment.ts';

/** What all parts of one publication share. */
export interface Publication {
  readonly feed: string;
  /** `publicationTime`, else when the operator says it was fetched, else when it came, epoch ms; `null`: nobody says. */
  readonly atMs: number | null;
  /** Country and national identifier of who publishes, such as `nl NDWNL`; empty where it does not say. */
  readonly creator: string;
  /** `lang` of the payload; `und` where it does not say. */
  readonly language: string;
  readonly read: ReadMoment;
  readonly tally: Tally;
}
