import { z } from 'zod';

const counts = z.record(z.string(), z.number());

const situationsSchema = z.object({
  situation_count: z.number(),
  record_count: z.number(),
  records_by_type: counts,
  situations: z.array(z.object({ id: z.string() })),
});
/** The figures of an entity by file; of a malformed one only what it is. */
const entitiesSchema = z.record(
  z.string(),
  z.union([
    z.object({ id: z.string(), type: z.string(), attributes: z.number(), numeric: counts }),
    z.object({ note: z.string() }),
  ]),
);
const measuredSchema = z.object({
  sites: z.number(),
  measurements: z.array(z.object({ site: z.string(), time: z.string(), kind: z.string(), value: z.number() })),
});

/** The part of the feeds' ground truth that we answer for, under names of our own. */
export const groundTruthSchema = z
  .looseObject({
    'dossiers/xes/receipt-wabo.xes.gz': z.object({
      cases: z.number(),
      events: z.number(),
      cases_by_channel: counts,
      completed_cases_enddate_present: z.number(),
      open_cases_no_enddate: z.number(),
      on_time_enddate_le_deadline: z.number(),
      on_time_share_of_completed: z.number(),
      on_time_by_channel: z.record(z.string(), z.array(z.number())),
      days_startdate_to_enddate: z.object({ median: z.number(), mean: z.number() }),
      enddate_before_startdate: z.number(),
      'as_of_2011-07-01T00:00:00Z': counts,
      'received_by_month_startdate_Europe/Amsterdam': counts,
    }),
    'dossiers/csv/nyc311-noise-2016.csv': z.object({
      rows: z.number(),
      distinct_ids: z.number(),
      closed_with_date: z.number(),
      closed_with_target: z.number(),
      on_time_closed_le_target: z.number(),
      by_department: counts,
    }),
    'dossiers/open311/chicago-2014-requests.json': z.object({
      requests: z.number(),
      distinct_ids: z.number(),
      status: z.object({ closed: z.number(), open: z.number() }),
      by_service: counts,
      notes_total: z.number(),
    }),
    'dossiers/ocel/ocel20-example.jsonocel': z.object({ events: z.number(), objects: z.number() }),
    'traffic/gtfs/bart-2019.zip': z.object({ rows: counts }),
    'traffic/gtfs-rt/bart-trip-updates.pb': z.object({
      trip_updates: z.number(),
      stop_time_updates: z.number(),
      distinct_trips_in_updates: z.number(),
      with_arrival_delay: z.number(),
      arrival_delay_seconds: z.object({
        median: z.number(),
        mean: z.number(),
        max: z.number(),
        within_minus60_plus300: z.number(),
      }),
    }),
    'traffic/gtfs-rt/nyct-ace (all six)': z.object({ distinct_trip_and_date: z.number() }),
    'traffic/datex2/fi-roadworks-v2.xml': situationsSchema,
    'traffic/datex2/ndw-situations-v3.xml': situationsSchema,
    'traffic/datex2/ndw-srti-v3.xml': situationsSchema,
    'traffic/datex2/fr-speeds-v2.xml': measuredSchema,
    'traffic/datex2/ndw-trafficspeed-v2-soap.xml.gz': measuredSchema,
    'health/fhir-r4/': z.record(z.string(), z.looseObject({ resourceType: z.string() })),
    'health/fhir-saner/ CDC': z.object({ reports: z.number(), by_date: z.record(z.string(), counts) }),
    'health/opendengue/vietnam-spatial-v1_3.csv': z.object({
      rows: z.number(),
      by_resolution: counts,
      total_by_resolution: counts,
      admin1_names: z.number(),
      'ha_tay (merged into Ha Noi in 2008)': z.object({ rows: z.number(), total: z.number() }),
      ha_noi_city: z.object({ rows: z.number(), total: z.number(), by_year: counts }),
    }),
    'environment/aws/': z.object({
      'aws/malawi-namitambo-2021-07-07.csv': z.object({
        rows: z.number(),
        station: z.string(),
        first_utc: z.string(),
        nan_cells: z.number(),
        air_temp_C_mean: z.number(),
        rain_mm_total: z.number(),
        rh_last: z.string(),
        air_temp_max_C_last: z.number(),
      }),
    }),
    'tourism/footfall/melbourne-pedestrians-daily.csv': z.object({
      rows: z.number(),
      sum: z.number(),
      max: z.number(),
      max_at: z.string(),
      sum_by_year: counts,
    }),
    'catalogue/cpsv-ap/example-public-service.ttl': z.object({
      triples: z.number(),
      titles: z.array(z.string()),
      classes: counts,
    }),
    'catalogue/canada/service.csv': z.object({
      rows: z.number(),
      service_ids: z.number(),
      organisations: z.number(),
      by_fiscal_year: z.record(
        z.string(),
        z.object({
          rows: z.number(),
          volumes: counts,
          online_share_of_applications: z.number(),
          services_with_any_online_application: z.number(),
          services_e_application_Y: z.number(),
          services_all_six_e_steps_Y: z.number(),
          services_all_applicable_steps_Y: z.number(),
          services_no_step_online: z.number(),
          external_services: z.number(),
        }),
      ),
    }),
    'catalogue/canada/service-std.csv': z.object({
      rows: z.number(),
      distinct_keys: z.number(),
      performance_ND: z.number(),
      with_target: z.number(),
      with_target_and_performance: z.number(),
      standards_meeting_target: z.number(),
      volume_total: z.number(),
      volume_meeting_standard: z.number(),
      volume_weighted_on_time_share: z.number(),
      rows_result_gt_volume: z.number(),
    }),
    'traffic/ngsi/': entitiesSchema,
    'tourism/ngsi/': entitiesSchema,
    'environment/ngsi/': entitiesSchema,
    'traffic/datex2/fi-incidents-2017/': z.object({
      distinct_situations: z.number(),
      sequence: z.array(z.object({ file: z.string() })),
      active_at: z.object({
        at: z.record(z.string(), z.object({ active: z.number(), active_ids: z.array(z.string()) })),
      }),
    }),
  })
  .transform((truth) => ({
    permits: truth['dossiers/xes/receipt-wabo.xes.gz'],
    fieldReports: truth['dossiers/csv/nyc311-noise-2016.csv'],
    requests: truth['dossiers/open311/chicago-2014-requests.json'],
    objects: truth['dossiers/ocel/ocel20-example.jsonocel'],
    timetable: truth['traffic/gtfs/bart-2019.zip'],
    tripUpdates: truth['traffic/gtfs-rt/bart-trip-updates.pb'],
    snapshots: truth['traffic/gtfs-rt/nyct-ace (all six)'],
    situations: {
      'fi-roadworks-v2.xml': truth['traffic/datex2/fi-roadworks-v2.xml'],
      'ndw-situations-v3.xml': truth['traffic/datex2/ndw-situations-v3.xml'],
      'ndw-srti-v3.xml': truth['traffic/datex2/ndw-srti-v3.xml'],
    },
    measured: {
      'fr-speeds-v2.xml': truth['traffic/datex2/fr-speeds-v2.xml'],
      'ndw-trafficspeed-v2-soap.xml.gz': truth['traffic/datex2/ndw-trafficspeed-v2-soap.xml.gz'],
    },
    entities: {
      traffic: truth['traffic/ngsi/'],
      tourism: truth['tourism/ngsi/'],
      environment: truth['environment/ngsi/'],
    },
    dengue: truth['health/opendengue/vietnam-spatial-v1_3.csv'],
    weather: truth['environment/aws/'],
    footfall: truth['tourism/footfall/melbourne-pedestrians-daily.csv'],
    publicService: truth['catalogue/cpsv-ap/example-public-service.ttl'],
    services: truth['catalogue/canada/service.csv'],
    standards: truth['catalogue/canada/service-std.csv'],
    resources: truth['health/fhir-r4/'],
    beds: truth['health/fhir-saner/ CDC'],
    incidents: truth['traffic/datex2/fi-incidents-2017/'],
    snapshotFiles: Object.keys(truth)
      .filter((name) => name.startsWith('traffic/gtfs-rt/nyct-ace/'))
      .map((name) => name.split('/').at(-1) ?? ''),
  }));
export type GroundTruth = z.output<typeof groundTruthSchema>;
