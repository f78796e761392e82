import { shipped } from './shipped-mapping.ts';

/**
 * What any XES log tells by its standard extensions, used when no mapping is given: which case, what, when. Receipt,
 * due date and end are not standard: a log tells them in attributes that a mapping has to name.
 */
export const standardXes = shipped('xes', 'xes', ['case:concept:name', 'concept:name', 'time:timestamp'], {
  mapping: 1,
  name: 'XES standard attributes',
  shape: 'events',
  fields: {
    dossier: { column: ['case:concept:name', 'case:identity:id'] },
    at: 'time:timestamp',
    activity: 'concept:name',
    status: 'lifecycle:transition',
    recordId: 'identity:id',
  },
});
