/** For tests: a GTFS-Realtime message of alerts on the wire, made by hand so that nothing of a reader is in it. */
export function alertFeed(seconds: number, ids: readonly string[], isDifferential = false): Uint8Array {
  const header = Buffer.concat([
    bytesField(1, Buffer.from('2.0')),
    numberField(2, isDifferential ? 1 : 0),
    numberField(3, seconds),
  ]);
  // An alert that tells its period from the beginning of time, and nothing else.
  const alert = bytesField(1, numberField(1, 1));
  const entities = ids.map((id) =>
    bytesField(2, Buffer.concat([bytesField(1, Buffer.from(id)), bytesField(5, alert)])),
  );
  return Buffer.concat([bytesField(1, header), ...entities]);
}

function bytesField(field: number, content: Uint8Array): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
}

function numberField(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}
