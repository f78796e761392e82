/** For tests: one CAP alert. `fields` replaces the elements of the alert itself, `infos` are blocks without their tags. */
export function alertXml(
  fields: Readonly<Record<string, string>> = {},
  infos: readonly string[] = [infoXml()],
  more = { xmlns: 'urn:oasis:names:tc:emergency:cap:1.2', extra: '' },
): string {
  const all = {
    identifier: 'HN-2026-17',
    sender: 'mua@khituong.example',
    sent: '2026-08-14T09:30:00+07:00',
    status: 'Actual',
    msgType: 'Alert',
    scope: 'Public',
    ...fields,
  };
  const blocks = infos.map((info) => `<info>${info}</info>`).join('');
  return `<alert xmlns="${more.xmlns}">${elements(all)}${blocks}${more.extra}</alert>`;
}

/** For tests: the content of an info block; an empty text leaves an element out. */
export function infoXml(fields: Readonly<Record<string, string>> = {}, areas = areaXml()): string {
  const all = {
    language: 'vi-VN',
    category: 'Met',
    event: 'Mưa lớn',
    urgency: 'Expected',
    severity: 'Moderate',
    certainty: 'Likely',
    expires: '2026-08-14T18:00:00+07:00',
    ...fields,
  };
  return elements(all) + areas;
}

/** For tests: an area; `shapes` are its elements after the name. */
export function areaXml(name = 'Ba Vì', shapes = ''): string {
  return `<area><areaDesc>${name}</areaDesc>${shapes}</area>`;
}

function elements(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('');
}
