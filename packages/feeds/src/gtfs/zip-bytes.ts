import { crc32, deflateRawSync } from 'node:zlib';

/** For tests: a zip of text files, packed, dated 15 November 2023, 06:30:00. */
export function zipBytes(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const shared = sharedHeader(name, raw, packed.length);
    const local = Buffer.concat([signature(0x04034b50), shared, Buffer.from(name), packed]);
    const entry = Buffer.concat([
      signature(0x02014b50),
      short(20),
      shared,
      Buffer.alloc(10),
      long(offset),
      Buffer.from(name),
    ]);
    parts.push(local);
    directory.push(entry);
    offset += local.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const count = short(directory.length);
  const end = [signature(0x06054b50), Buffer.alloc(4), count, count, long(size), long(offset), short(0)];
  return Buffer.concat([...parts, ...directory, ...end]);
}

/** What a file's local header and its entry in the directory have in common. */
function sharedHeader(name: string, raw: Buffer, packedSize: number): Buffer {
  const time = (6 << 11) | (30 << 5);
  const date = ((2023 - 1980) << 9) | (11 << 5) | 15;
  const method = 8;
  return Buffer.concat([
    ...[20, 0, method, time, date].map(short),
    ...[crc32(raw), packedSize, raw.length].map(long),
    ...[Buffer.byteLength(name), 0].map(short),
  ]);
}

const signature = long;

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
