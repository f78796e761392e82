import { badFile } from './bad-file.ts';

/**
 * For formats that cannot be read piece by piece: a protobuf message, a zip with its directory at the end.
 * @throws FlagtowerError `BAD_FILE` at the first byte too many
 */
export async function wholeFile(bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > maxBytes)
      throw badFile(
        `Is larger than ${maxBytes} bytes`,
        'maxBytes',
        'Send it in parts, or check what the address gives',
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
