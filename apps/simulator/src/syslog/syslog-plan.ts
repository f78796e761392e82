import { syslogSchema, type SyslogPlan } from '@flagtower/contracts';

/** How the service has to listen to `cefMessage`. */
export function syslogPlan(tcp: number): SyslogPlan {
  const procedure = {
    column: 'severity',
    values: { low: 'thap', medium: 'trung-binh', high: 'cao', 'very-high': 'nghiem-trong', unknown: '' },
  };
  return syslogSchema.parse({
    tcp,
    mapping: {
      mapping: 1,
      name: 'Simulated security center',
      shape: 'events',
      caseKind: 'security-incident',
      dating: 'change',
      fields: {
        dossier: 'externalId',
        at: 'rt',
        activity: 'act',
        submitted: 'start',
        procedure,
        unit: 'label:unit',
        channel: { constant: 'online' },
        due: 'label:due',
      },
      steps: { open: 'received', close: 'handled' },
    },
  });
}
