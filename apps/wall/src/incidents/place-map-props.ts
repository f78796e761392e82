import type { CityView } from '@flagtower/contracts';

import type { TypedIncident } from './raise-draft.ts';

/** What a map needs on which the place of an incident is picked. */
export interface PlaceMapProps {
  readonly city: CityView | null;
  readonly typed: TypedIncident;
  readonly onType: (part: Partial<TypedIncident>) => void;
}
