import { shipped } from './shipped-mapping.ts';

/**
 * Cases of a security center, a row each, as a table or as flat JSON: copy it and name your own columns. Addresses, accounts and texts are
 * never read. The severity is what a case is sorted by; `due` is when it has to be contained.
 */
export const securityCases = shipped('security-cases', 'csv', ['case', 'detected', 'contained', 'severity', 'closed'], {
  mapping: 1,
  name: 'Security center: a row per case',
  shape: 'cases',
  caseKind: 'security-incident',
  timeFormats: ['iso', 'dd/MM/yyyy HH:mm'],
  fields: {
    dossier: 'case',
    procedure: {
      column: 'severity',
      values: {
        critical: 'critical',
        p1: 'critical',
        high: 'high',
        p2: 'high',
        medium: 'medium',
        p3: 'medium',
        low: 'low',
        p4: 'low',
        unknown: '',
      },
    },
    unit: 'unit',
    submitted: 'began',
    received: 'detected',
    due: 'due',
    handled: 'contained',
    returned: 'closed',
    status: 'status',
    version: 'updated',
  },
  steps: {
    open: 'received',
    contained: 'handled',
    closed: 'returned',
    'false positive': 'withdrawn',
    reopened: 'reopened',
  },
});
