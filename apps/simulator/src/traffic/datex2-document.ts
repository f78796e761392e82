import type { RoadIncident } from './road-incident.ts';
import type { RoadTraffic } from './road-traffic.ts';

const namespaces =
  'xmlns="http://datex2.eu/schema/2/2_0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" modelBaseVersion="2"';

/** A DATEX II v2 message with the measured data of a frame. @param at epoch milliseconds */
export function measuredDataDocument(traffic: readonly RoadTraffic[], at: number): string {
  const time = new Date(at).toISOString();
  return message('MeasuredDataPublication', at, [
    '<measurementSiteTableReference id="SIM-ROADS" version="1"/>',
    ...traffic.map(
      ({ segment, speed, flow }) =>
        `<siteMeasurements><measurementSiteReference id="${segment.id}" version="1"/><measurementTimeDefault>${time}</measurementTimeDefault>${value(
          'TrafficFlow',
          `<vehicleFlow><vehicleFlowRate>${flow}</vehicleFlowRate></vehicleFlow>`,
          segment.point,
        )}${value('TrafficSpeed', `<averageVehicleSpeed><speed>${speed}</speed></averageVehicleSpeed>`)}</siteMeasurements>`,
    ),
  ]);
}

function value(type: string, content: string, point?: readonly [number, number]): string {
  const place = point === undefined ? '' : pertinentPoint(point);
  return `<measuredValue index="0"><measuredValue><basicData xsi:type="${type}">${place}${content}</basicData></measuredValue></measuredValue>`;
}

function pertinentPoint(point: readonly [number, number]): string {
  return `<pertinentLocation xsi:type="Point"><pointByCoordinates>${coordinates(point)}</pointByCoordinates></pertinentLocation>`;
}

/** A DATEX II v2 snapshot of all that stops traffic: what it does not name any more is over. @param at epoch milliseconds */
export function situationsDocument(incidents: readonly RoadIncident[], at: number): string {
  return message(
    'SituationPublication',
    at,
    incidents.map(situation),
    '<subscription><updateMethod>snapshot</updateMethod></subscription>',
  );
}

function situation({ id, kind, segment, startsAt }: RoadIncident): string {
  const told = new Date(startsAt).toISOString();
  return `<situation id="${id}" version="1"><overallSeverity>${kind.severity}</overallSeverity><headerInformation><confidentiality>noRestriction</confidentiality><informationStatus>real</informationStatus></headerInformation>
<situationRecord id="${id}-1" version="1" xsi:type="${kind.type}"><situationRecordCreationTime>${told}</situationRecordCreationTime><situationRecordVersionTime>${told}</situationRecordVersionTime><probabilityOfOccurrence>certain</probabilityOfOccurrence><severity>${kind.severity}</severity><validity><validityStatus>active</validityStatus><validityTimeSpecification><overallStartTime>${told}</overallStartTime></validityTimeSpecification></validity><generalPublicComment><comment><values><value lang="vi">${kind.vi}</value><value lang="en">${kind.en}</value></values></comment></generalPublicComment><groupOfLocations xsi:type="Point"><pointByCoordinates>${coordinates(segment.point)}</pointByCoordinates></groupOfLocations></situationRecord></situation>`;
}

function coordinates([longitude, latitude]: readonly [number, number]): string {
  return `<pointCoordinates><latitude>${latitude.toFixed(5)}</latitude><longitude>${longitude.toFixed(5)}</longitude></pointCoordinates>`;
}

function message(type: string, at: number, content: readonly string[], exchange = ''): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<d2LogicalModel ${namespaces}><exchange><supplierIdentification><country>vn</country><nationalIdentifier>simulated</nationalIdentifier></supplierIdentification>${exchange}</exchange>`,
    `<payloadPublication xsi:type="${type}" lang="vi"><publicationTime>${new Date(at).toISOString()}</publicationTime><publicationCreator><country>vn</country><nationalIdentifier>simulated</nationalIdentifier></publicationCreator>`,
    ...content,
    '</payloadPublication></d2LogicalModel>\n',
  ].join('\n');
}
