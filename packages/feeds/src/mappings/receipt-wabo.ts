import { shipped } from './shipped-mapping.ts';

/** Words for channels in Dutch permit systems. */
const channels = { Internet: 'online', Desk: 'desk', Post: 'post', 'e-mail': 'email', Intern: 'internal' };

const fields = {
  dossier: 'case:concept:name',
  at: 'time:timestamp',
  activity: 'concept:name',
  recordId: 'concept:instance',
  unit: 'case:department',
  channel: { column: 'case:channel', values: channels },
  received: 'case:startdate',
  due: 'case:deadline',
  handled: 'case:enddate',
};

const columns = Object.values(fields).map((field) => (typeof field === 'string' ? field : field.column));

/** The receipt phase of Dutch environmental permits (WABO), published by the CoSeLoG project as a log … */
export const receiptWaboXes = shipped('receipt-wabo-xes', 'xes', columns, {
  mapping: 1,
  name: 'WABO receipt phase, XES log',
  shape: 'events',
  zone: 'Europe/Amsterdam',
  fields,
});

/** … and as the table that process-mining tools make of it. */
export const receiptWaboCsv = shipped('receipt-wabo-csv', 'csv', columns, {
  mapping: 1,
  name: 'WABO receipt phase, table',
  shape: 'events',
  zone: 'Europe/Amsterdam',
  fields,
});
