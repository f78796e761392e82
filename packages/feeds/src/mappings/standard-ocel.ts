import { shipped } from './shipped-mapping.ts';

/** What any OCEL 2.0 log tells, used when no mapping is given: the objects that most events speak of are the cases. */
export const standardOcel = shipped('ocel', 'ocel-json', ['case:id', 'type', 'time', 'id'], {
  mapping: 1,
  name: 'OCEL 2.0 events of one object type',
  shape: 'events',
  fields: { dossier: 'case:id', at: 'time', activity: 'type', recordId: 'id' },
});
