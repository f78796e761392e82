import { z } from 'zod';

import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn } from '../tally.ts';
import { ownWords } from '../text/own-words.ts';
import { nameOf, referenceSchema } from './fhir-parts.ts';
import type { FhirReading } from './fhir-reading.ts';
import { malformed } from './malformed.ts';

const encounterSchema = z.looseObject({
  status: z.string(),
  class: z.looseObject({ code: z.string() }),
  serviceProvider: referenceSchema.optional(),
});

const wards: Readonly<Record<string, string>> = ownWords({ EMER: 'emergency', IMP: 'inpatient', AMB: 'outpatient' });

/** Of a stream of visits; a country has fewer providers. */
const mostCounts = 200_000;

/** Adds up visits by provider, class and status; nothing of a single visit is kept, for it is somebody's. */
export interface EncounterCounts {
  readonly add: (line: number, told: unknown) => Parsed[];
  /** @param isWhole false: other pages follow, and a part of a count is no count */
  readonly end: (isWhole: boolean) => Parsed[];
}

export function encounterCounts(reading: FhirReading): EncounterCounts {
  const counts = new Map<string, { line: number; entity: string; metric: string; value: number }>();
  return {
    add: (line, told) => {
      const parsed = encounterSchema.safeParse(told);
      if (!parsed.success) return malformed(line, 'Encounter', parsed.error);
      const { status, class: ward, serviceProvider } = parsed.data;
      const entity = nameOf(serviceProvider) || 'encounters';
      const metric = `encounters-${wards[ward.code] ?? ward.code.toLowerCase()}-${status}`;
      const key = `${entity}|${metric}`;
      const known = counts.get(key);
      if (known === undefined && counts.size >= mostCounts)
        return [rejected(line, 'too-large', ['serviceProvider'], 'A file has more providers than can be counted')];
      counts.set(key, { line: known?.line ?? line, entity, metric, value: (known?.value ?? 0) + 1 });
      return [];
    },
    end: (isWhole) => {
      if (!isWhole && counts.size > 0) countIn(reading.tally, 'encounters-in-part-not-counted');
      if (!isWhole) return [];
      return [...counts.values()].map(({ line, ...count }) =>
        checkedRecord(line, 'resource', {
          kind: 'observation',
          version: 0,
          occurredAt: reading.toldAt,
          feed: reading.feed,
          unitOfMeasure: '1',
          ...count,
          recordId: `${count.entity}|${count.metric}|${reading.toldAt}`,
        }),
      );
    },
  };
}
