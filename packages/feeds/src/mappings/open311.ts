import { shipped } from './shipped-mapping.ts';

/**
 * Open311 GeoReport v2 with the notes that Chicago and others add. `case:` names what the request says, the rest what
 * a note says, each with `extended_attributes.` of its own; `case:closed_datetime` is the last update of a closed request that has
 * no closing note. A request that is told again counts as it was updated last.
 */
export const open311 = shipped('open311', 'open311', ['case:service_request_id', 'case:requested_datetime'], {
  mapping: 1,
  name: 'Open311 GeoReport v2',
  shape: 'events',
  caseKind: 'field-report',
  fields: {
    dossier: 'case:service_request_id',
    at: 'datetime',
    activity: 'type',
    recordId: 'id',
    version: 'case:updated_datetime',
    received: 'case:requested_datetime',
    due: 'case:expected_datetime',
    handled: 'case:closed_datetime',
    unit: 'case:agency_responsible',
    procedure: { column: ['case:service_name', 'case:service_code'] },
    channel: {
      column: 'case:extended_attributes.channel',
      values: { web: 'online', phone: 'phone', email: 'email', 'e-mail': 'email', 'walk-in': 'desk', mail: 'post' },
    },
  },
  steps: { opened: 'received', closed: 'handled', reopened: 'reopened' },
});
