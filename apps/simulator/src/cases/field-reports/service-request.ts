import type { DayNumber } from '../../calendar/city-days.ts';
import { instantText } from '../../calendar/instant-text.ts';
import type { CityModel } from '../../city-model.ts';
import type { CaseRecord, TimedRecord } from '../case-record.ts';
import { fieldReportCohort, reportTopics } from './field-report-cohort.ts';
import { reportRating, type ReportRating } from './report-rating.ts';

/** What a note tells; moments in epoch milliseconds. */
interface Note {
  readonly at: number;
  readonly type: string;
  readonly unit: string | null;
  readonly due: string | null;
  /** The service that it is known to be about from here on. */
  readonly service: string | null;
}

/** A field report with all that will ever be told of it. */
export interface FieldReport {
  readonly code: string;
  readonly submittedAt: number;
  readonly notes: readonly Note[];
  /** Of its last end; `null`: it has none, or nobody says. */
  readonly rating: ReportRating | null;
}

/** Steps of a case as the types of notes that Open311 servers write; all others go by their own names. */
const noteTypes: Readonly<Partial<Record<CaseRecord['steps'][number]['step'], string>>> = {
  received: 'opened',
  amended: 'changed',
  returned: 'closed',
};
const lastTypes: ReadonlySet<string> = new Set(['closed', 'refused', 'withdrawn']);

/** The field reports of a day, the newest first. */
export function fieldReportsOf(city: CityModel, day: DayNumber): FieldReport[] {
  const lives = Map.groupBy([...fieldReportCohort(city, day)].flat(), ({ record }) => record.dossier);
  return [...lives]
    .map(([code, told]) => fieldReport(city, code, told))
    .toSorted((a, b) => b.submittedAt - a.submittedAt);
}

function fieldReport(city: CityModel, code: string, told: readonly TimedRecord[]): FieldReport {
  const notes = told.map(({ at, record }) => noteOf(at, record));
  const end = notes.findLast(({ type }) => type === 'closed');
  return {
    code,
    submittedAt: Date.parse(told[0]?.record.steps[0]?.at ?? ''),
    notes,
    rating: end === undefined ? null : reportRating(city, code, end.at),
  };
}

function noteOf(at: number, { steps, unit, procedure, due }: CaseRecord): Note {
  const step = steps.at(-1);
  const type = step === undefined ? 'activity' : (step.activity ?? noteTypes[step.step] ?? step.step);
  return { at, type, unit: unit ?? null, due: due?.at ?? null, service: procedure ?? null };
}

/** When it was touched last, as far as is known at a moment; epoch milliseconds. `null`: nobody has reported it yet. */
export function updatedAt({ submittedAt, notes, rating }: FieldReport, now: number): number | null {
  if (submittedAt > now) return null;
  if (rating !== null && rating.at <= now) return rating.at;
  return notes.findLast(({ at }) => at <= now)?.at ?? submittedAt;
}

/** A report as a request of GeoReport v2, with notes, as it stands at a moment. */
export function serviceRequest(report: FieldReport, now: number): object {
  const { code, submittedAt, rating } = report;
  const notes = report.notes.filter(({ at }) => at <= now);
  const lastOf = (name: 'unit' | 'due'): string | null => notes.findLast((note) => note[name] !== null)?.[name] ?? null;
  // Whoever reports chooses a service; a desk may set it right later.
  const [first] = report.notes;
  const service = notes.findLast((note) => note.service !== null)?.service ?? first?.service ?? '';
  return {
    service_request_id: code,
    status: lastTypes.has(notes.at(-1)?.type ?? '') ? 'closed' : 'open',
    service_code: service,
    service_name: reportTopics.get(service) ?? service,
    agency_responsible: lastOf('unit'),
    requested_datetime: instantText(submittedAt),
    updated_datetime: instantText(updatedAt(report, now) ?? submittedAt),
    expected_datetime: lastOf('due'),
    extended_attributes: {
      channel: 'app',
      simulated: true,
      ...(rating !== null && rating.at <= now ? { satisfied: rating.satisfied } : {}),
    },
    notes: notes.map(({ at, type, unit, due }) => ({
      datetime: instantText(at),
      type,
      extended_attributes: {
        ...(unit === null ? {} : { agency_responsible: unit }),
        ...(due === null ? {} : { expected_datetime: due }),
      },
    })),
  };
}
