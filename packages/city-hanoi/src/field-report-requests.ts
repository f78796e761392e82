import type { SourceInput } from './city-input.ts';

type MappingInput = NonNullable<NonNullable<SourceInput['pull']>['mapping']>;

/**
 * How the simulated city's Open311 tells of field reports. Its notes are the whole life of a report: each names the unit and the
 * promised end where it changes them, in attributes of its own. What GeoReport v2 has for both tells only how they stand now, and
 * would erase what was late before. Whether people are satisfied is in no field of the standard: `satisfied` of the request tells it. A report is submitted by its request, and received by the note that opens it.
 */
export const fieldReportRequests: MappingInput = {
  mapping: 1,
  name: 'Field reports as Open311 GeoReport v2',
  shape: 'events',
  caseKind: 'field-report',
  dating: 'change',
  fields: {
    dossier: 'case:service_request_id',
    at: 'datetime',
    activity: 'type',
    recordId: 'id',
    version: 'case:updated_datetime',
    submitted: 'case:requested_datetime',
    unit: 'extended_attributes.agency_responsible',
    due: 'extended_attributes.expected_datetime',
    procedure: 'case:service_code',
    rating: {
      column: 'case:extended_attributes.satisfied',
      values: { true: 'satisfied', false: 'dissatisfied' },
    },
    channel: { column: 'case:extended_attributes.channel', values: { app: 'online', web: 'online' } },
  },
  steps: {
    opened: 'received',
    refused: 'refused',
    changed: 'amended',
    paused: 'paused',
    resumed: 'resumed',
    transferred: 'transferred',
    withdrawn: 'withdrawn',
    closed: 'returned',
    reopened: 'reopened',
  },
};
