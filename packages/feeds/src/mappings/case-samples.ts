/** For tests, and to look at: what the mapping `tickets` reads, of a made-up help desk. */
export const ticketTable = `ticket,title,requester,category,team,channel,opened,due,resolved,status,status_at,updated
IT-101,Cannot sign in,nobody@example.org,account,HN-VP,portal,2026-03-02T08:05:00+07:00,2026-03-02T12:05:00+07:00,2026-03-02T09:20:00+07:00,closed,2026-03-03T08:00:00+07:00,2026-03-03T08:00:00+07:00
IT-102,Printer,nobody@example.org,hardware,HN-VP,phone,02/03/2026 09:00,02/03/2026 17:00,,pending,02/03/2026 10:00,02/03/2026 10:00
IT-103,Wrong unit,nobody@example.org,one-stop,HN-STTTT,e-mail,2026-03-02T09:30:00+07:00,2026-03-03T09:30:00+07:00,,in progress,2026-03-02T09:45:00+07:00,2026-03-02T09:45:00+07:00
`;

/** The first and third of them with their history, for the mapping `ticket-histories`. */
export const ticketDocument = {
  tickets: [
    {
      key: 'IT-101',
      opened: '2026-03-02T08:05:00+07:00',
      fields: { title: 'Cannot sign in', category: 'account', channel: 'portal' },
      sla: { due: '2026-03-02T12:05:00+07:00' },
      history: [
        { id: 1, at: '2026-03-02T08:05:00+07:00', to: 'new', team: 'HN-VP', by: 'nobody' },
        { id: 2, at: '2026-03-02T09:20:00+07:00', to: 'resolved', team: 'HN-VP', by: 'nobody' },
      ],
    },
    {
      key: 'IT-103',
      opened: '2026-03-02T09:30:00+07:00',
      fields: { title: 'Wrong unit', category: 'one-stop', channel: 'e-mail' },
      sla: { due: '2026-03-03T09:30:00+07:00' },
      history: [],
    },
  ],
};

/** Cases of a made-up security center, for the mapping `security-cases`; the same rows may come as a table. */
export const securityRows = [
  {
    case: 'SOC-7',
    severity: 'P1',
    unit: 'HN-STTTT',
    began: '2026-03-02T01:00:00+07:00',
    detected: '2026-03-02T01:12:00+07:00',
    due: '2026-03-02T05:12:00+07:00',
    contained: '2026-03-02T02:40:00+07:00',
    closed: '2026-03-04T10:00:00+07:00',
    status: 'closed',
    updated: '2026-03-04T10:00:00+07:00',
    source_address: '192.0.2.7',
  },
  {
    case: 'SOC-8',
    severity: 'low',
    unit: 'HN-STTTT',
    began: '',
    detected: '2026-03-02T03:00:00+07:00',
    due: '2026-03-03T03:00:00+07:00',
    contained: '2026-03-02T03:30:00+07:00',
    closed: '',
    status: 'false positive',
    updated: '2026-03-02T03:30:00+07:00',
    source_address: '192.0.2.8',
  },
];

/** Incidents of a made-up emergency center, for the mapping `incidents`. */
export const incidentTable = `incident,type,severity,began,ended,state,place,longitude,latitude,updated,caller
114-1,fire,high,2026-03-02T08:05:00+07:00,,active,Phường Cửa Nam,105.8412,21.0245,2026-03-02T08:20:00+07:00,nobody
114-2,flood,3,02/03/2026 06:00,02/03/2026 09:30,closed,Phường Láng,,,02/03/2026 09:30,nobody
114-3,chemical,,02/03/2026 07:00,,open,,0,0,02/03/2026 07:00,nobody
`;
