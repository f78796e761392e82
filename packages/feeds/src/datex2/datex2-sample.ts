const v2 = 'http://datex2.eu/schema/2/2_0';
const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
const v3 = (part: string) => `http://datex2.eu/schema/3/${part}`;

/** For tests: a version 2 message with one publication, whose content comes after the head. */
export function messageV2(publication: string, content: string, head = publicationHead(), exchange = ''): string {
  return `<d2LogicalModel xmlns="${v2}" xmlns:xsi="${xsi}" modelBaseVersion="2"><exchange><supplierIdentification><country>vn</country>
<nationalIdentifier>HN</nationalIdentifier></supplierIdentification>${exchange}</exchange>
<payloadPublication xsi:type="${publication}" lang="vi">${head}${content}</payloadPublication></d2LogicalModel>`;
}

export function publicationHead(time = '2026-11-24T08:00:00.123456789+07:00'): string {
  return `<publicationTime>${time}</publicationTime>`;
}

/** For tests: what a version 2 message says where it is a snapshot. */
export const snapshotExchange = '<subscription><updateMethod>snapshot</updateMethod></subscription>';

/** For tests: a version 3 message of situations, in its container and with prefixes. */
export function situationsV3(situations: string, protocol = 'snapshotPull'): string {
  return `<mc:messageContainer xmlns:mc="${v3('messageContainer')}" xmlns:sit="${v3('situation')}" xmlns:com="${v3('common')}" xmlns:ex="${v3('exchangeInformation')}">
<mc:payload xmlns:xsi="${xsi}" xsi:type="sit:SituationPublication" lang="vi"><com:publicationTime>2026-11-24T01:00:00Z</com:publicationTime>${situations}</mc:payload>
<mc:exchangeInformation><ex:exchangeContext><ex:codedExchangeProtocol>${protocol}</ex:codedExchangeProtocol></ex:exchangeContext></mc:exchangeInformation></mc:messageContainer>`;
}

interface RecordWords {
  readonly type?: string;
  readonly told?: string;
  readonly status?: string;
  readonly start?: string;
  readonly end?: string;
  readonly more?: string;
}

export function situationXml(id: string, records: readonly string[], more = ''): string {
  return `<situation id="${id}" version="1">${more}${records.join('')}</situation>`;
}

export function recordXml({
  type = 'Accident',
  told,
  status = 'active',
  start,
  end,
  more = '',
}: RecordWords = {}): string {
  const times = `<overallStartTime>${start ?? '2026-11-24T07:30:00+07:00'}</overallStartTime>${end === undefined ? '' : `<overallEndTime>${end}</overallEndTime>`}`;
  return `<situationRecord id="r" version="1" xsi:type="${type}"><situationRecordVersionTime>${told ?? '2026-11-24T07:45:00+07:00'}</situationRecordVersionTime>
<probabilityOfOccurrence>certain</probabilityOfOccurrence><validity><validityStatus>${status}</validityStatus><validityTimeSpecification>${times}</validityTimeSpecification></validity>${more}</situationRecord>`;
}

export function siteXml(id: string, values: string, time = '2026-11-24T07:59:00+07:00'): string {
  return `<siteMeasurements><measurementSiteReference id="${id}" version="1"/><measurementTimeDefault>${time}</measurementTimeDefault>${values}</siteMeasurements>`;
}

/** `content` is the inside of a basic data of `type`. */
export function valueXml(type: string, content: string, index = '0'): string {
  return `<measuredValue index="${index}"><measuredValue><basicData xsi:type="${type}">${content}</basicData></measuredValue></measuredValue>`;
}
