import { shipped } from './shipped-mapping.ts';

const channelWords = {
  portal: 'online',
  web: 'online',
  email: 'email',
  'e-mail': 'email',
  phone: 'phone',
  hotline: 'phone',
  'walk-in': 'desk',
  internal: 'internal',
};

/** Words of help desks; waiting for the person who asked stops the clock as a missing paper does. */
const ticketSteps = {
  new: 'received',
  open: 'received',
  opened: 'received',
  assigned: 'transferred',
  pending: { step: 'paused', reason: 'supplement' },
  'waiting for requester': { step: 'paused', reason: 'supplement' },
  'on hold': { step: 'paused', reason: 'stopped' },
  'in progress': 'resumed',
  resolved: 'handled',
  closed: 'handled',
  cancelled: 'withdrawn',
  canceled: 'withdrawn',
  reopened: 'reopened',
} as const;

/**
 * Tickets of an IT help desk, a row each, as a table or as flat JSON: copy it and name your own columns. Titles, texts and requesters
 * are never read.
 */
export const supportTickets = shipped('tickets', 'csv', ['ticket', 'opened', 'resolved', 'team', 'status_at'], {
  mapping: 1,
  name: 'Help desk: a row per ticket',
  shape: 'cases',
  caseKind: 'ticket',
  timeFormats: ['iso', 'dd/MM/yyyy HH:mm'],
  fields: {
    dossier: 'ticket',
    procedure: 'category',
    unit: 'team',
    channel: { column: 'channel', values: channelWords },
    received: 'opened',
    due: 'due',
    handled: 'resolved',
    status: 'status',
    at: 'status_at',
    version: 'updated',
  },
  // An open ticket that is being worked on has no time of a pause that it could have ended.
  steps: { ...ticketSteps, 'in progress': 'activity', assigned: 'activity', closed: 'returned' },
});

/** The same with their history, as the interfaces of help desks give them: what happened moves the ticket, whatever the last state is. */
export const supportTicketHistories = shipped('ticket-histories', 'json', ['case:key', 'case:$.fields.category'], {
  mapping: 1,
  name: 'Help desk: tickets with their history',
  shape: 'events',
  caseKind: 'ticket',
  rows: '$.tickets[*]',
  parts: '$.history[*]',
  dating: 'change',
  fields: {
    dossier: 'case:key',
    at: 'at',
    activity: 'to',
    recordId: 'id',
    unit: 'team',
    procedure: 'case:$.fields.category',
    channel: { column: 'case:$.fields.channel', values: channelWords },
    received: 'case:opened',
    due: 'case:$.sla.due',
  },
  steps: ticketSteps,
});
