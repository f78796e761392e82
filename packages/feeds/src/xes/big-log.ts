/**
 * For tests and benchmarks: an event log of any size as a stream, the same on every run.
 * @yields about 100 KB each
 */
export async function* bigLog(bytes: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode('<?xml version="1.0"?><log xes.version="1.0" xmlns="http://www.xes-standard.org/">');
  for (let size = 0, number = 0; size < bytes; number += 50) {
    const piece = encoder.encode(Array.from({ length: 50 }, (_, index) => trace(number + index)).join(''));
    size += piece.length;
    yield piece;
  }
  yield encoder.encode('</log>');
}

function trace(number: number): string {
  const day = String(1 + (number % 28)).padStart(2, '0');
  const events = Array.from({ length: 6 }, (_, step) => event(`task-${number}-${step}`, `2025-11-${day}T0${step + 3}`));
  return `<trace><string key="concept:name" value="case-${number}"/><string key="channel" value="Internet"/>
<string key="department" value="General"/><date key="startdate" value="2025-11-${day}T02:42:22.688+02:00"/>
<date key="deadline" value="2025-12-06T13:41:31.788+01:00"/><date key="enddate" value="2025-11-${day}T23:00:00.000+01:00"/>
${events.join('')}</trace>`;
}

function event(id: string, hour: string): string {
  return `<event><string key="org:group" value="Group 1"/><string key="concept:instance" value="${id}"/>
<string key="org:resource" value="Resource21"/><string key="concept:name" value="T02 Check confirmation of receipt"/>
<date key="time:timestamp" value="${hour}:45:40.276+02:00"/><string key="lifecycle:transition" value="complete"/></event>`;
}
