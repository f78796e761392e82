import { shipped } from './shipped-mapping.ts';

/**
 * Security events of the Common Event Format as cases: an event belongs to the case that its `externalId` names, its `act` opens or closes
 * it. Custom fields are named by their labels: `label:unit` is the custom string that the sender labels “unit”.
 */
export const cefIncidents = shipped('cef-incidents', 'syslog', ['externalId', 'act'], {
  mapping: 1,
  name: 'Security incidents as CEF events',
  shape: 'events',
  caseKind: 'security-incident',
  dating: 'change',
  fields: {
    dossier: 'externalId',
    at: { column: ['rt', 'syslog:timestamp'] },
    activity: { column: ['act', 'outcome'] },
    submitted: 'start',
    // An event that closes a case often does not know how bad it was.
    procedure: { column: 'severity', values: { unknown: '' } },
    unit: 'label:unit',
    due: 'label:due',
  },
  steps: {
    open: 'received',
    opened: 'received',
    create: 'received',
    created: 'received',
    detected: 'received',
    close: 'handled',
    closed: 'handled',
    resolve: 'handled',
    resolved: 'handled',
    reopen: 'reopened',
    reopened: 'reopened',
    'false positive': 'withdrawn',
    'false-positive': 'withdrawn',
  },
});
