import { shipped } from './shipped-mapping.ts';

/** Service requests of New York City: reports from the field, each with the agency's own due date where it has one. */
export const nyc311 = shipped('nyc311', 'csv', ['Unique Key', 'Created Date', 'Closed Date', 'Agency', 'Due Date'], {
  mapping: 1,
  name: 'New York City 311 service requests',
  shape: 'cases',
  caseKind: 'field-report',
  zone: 'America/New_York',
  timeFormats: ['MM/dd/yyyy hh:mm:ss a', 'iso'],
  fields: {
    dossier: 'Unique Key',
    received: 'Created Date',
    handled: 'Closed Date',
    due: 'Due Date',
    unit: 'Agency',
    procedure: 'Complaint Type',
  },
});
