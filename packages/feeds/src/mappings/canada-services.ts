import { shipped } from './shipped-mapping.ts';

/** In Canada a fiscal year is from 1 April to 31 March (Financial Administration Act, section 2). */
const fiscalYears = Array.from({ length: 30 }, (_, index) => 2011 + index);
const named = (first: number): string => `${first}-${first + 1}`;
const firstDay = {
  column: 'fiscal_yr',
  values: Object.fromEntries(fiscalYears.map((year) => [named(year), `${year}-04-01`])),
  strict: true,
};
const lastDay = {
  column: 'fiscal_yr',
  values: Object.fromEntries(fiscalYears.map((year) => [named(year), `${year + 1}-03-31`])),
  strict: true,
};

/** The id of a service is an organisation's own. */
const service = { column: ['owner_org', 'service_id'], join: '/' };

const applications = (column: string, channel: string) => ({
  column,
  metric: `applications.${channel}`,
  unit: '{application}',
});

/**
 * The service inventory of the Government of Canada: a row for each service and fiscal year, with what of it is online and its volumes by
 * channel. A step that is `NA` does not apply.
 */
export const canadaServices = shipped(
  'canada-services',
  'csv',
  ['owner_org', 'fiscal_yr', 'service_id', 'external_internal', 'e_application', 'online_applications'],
  {
    mapping: 1,
    name: 'Government of Canada: service inventory',
    shape: 'catalogue',
    zone: 'America/Toronto',
    catalogue: {
      itemType: 'service',
      code: service,
      names: { en: 'service_name_en', fr: 'service_name_fr' },
      group: 'owner_org',
      onlineSteps: {
        columns: {
          registration: 'e_registration',
          authentication: 'e_authentication',
          application: 'e_application',
          decision: 'e_decision',
          issuance: 'e_issuance',
          feedback: 'e_feedback',
        },
        yes: ['Y'],
        no: ['N'],
      },
      audience: {
        column: 'external_internal',
        values: { EX: 'external', IN: 'internal', EI: 'both' },
        strict: true,
      },
      feeBearing: { column: 'service_fee', values: { Y: 'true', N: 'false' }, strict: true },
      validFrom: firstDay,
      validTo: lastDay,
    },
    series: {
      feed: 'services',
      from: firstDay,
      at: lastDay,
      entity: service,
      group: 'owner_org',
      values: [
        applications('online_applications', 'online'),
        { column: 'calls_received', metric: 'calls', unit: '{call}' },
        applications('in_person_applications', 'desk'),
        applications('email_applications', 'email'),
        applications('fax_applications', 'fax'),
        applications('postal_mail_applications', 'post'),
      ],
    },
  },
);

const quarters = [1, 2, 3, 4].flatMap((quarter) => [
  { column: `q${quarter}_performance_result`, metric: `met.q${quarter}`, unit: '{request}' },
  { column: `q${quarter}_business_volume`, metric: `requests.q${quarter}`, unit: '{request}' },
]);

/**
 * The service standards of the same inventory: the share that a standard promises and the one that was reached, and by quarter how many
 * requests there were and how many of them met it. `ND`, no data, is absent and not 0.
 */
export const canadaStandards = shipped(
  'canada-standards',
  'csv',
  ['owner_org', 'fiscal_yr', 'service_id', 'service_std_id', 'service_std_target', 'performance'],
  {
    mapping: 1,
    name: 'Government of Canada: service standards',
    shape: 'series',
    zone: 'America/Toronto',
    series: {
      feed: 'service-standards',
      from: firstDay,
      at: lastDay,
      entity: { column: ['owner_org', 'service_id', 'service_std_id'], join: '/' },
      group: 'service_std_type',
      values: [
        { column: 'service_std_target', metric: 'target', unit: '1' },
        { column: 'performance', metric: 'performance', unit: '1' },
        ...quarters,
      ],
    },
  },
);
