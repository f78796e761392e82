/** The beginning of a stream, and the whole of it again. */
export interface StreamHead {
  readonly head: Uint8Array;
  /** There is nothing behind the head. */
  readonly isAll: boolean;
  readonly all: AsyncIterable<Uint8Array>;
}

/** Reads until the last `chunk`, of `size` bytes so far, is enough, or all. */
export async function headOf(
  stream: AsyncIterable<Uint8Array>,
  isEnough: (chunk: Uint8Array, size: number) => boolean,
): Promise<StreamHead> {
  const iterator = stream[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let size = 0;
  let next = await iterator.next();
  for (; next.done !== true; next = await iterator.next()) {
    seen.push(next.value);
    size += next.value.length;
    if (isEnough(next.value, size)) break;
  }
  const isAll = next.done === true;
  return { head: Buffer.concat(seen, size), isAll, all: again(seen, { [Symbol.asyncIterator]: () => iterator }) };
}

// What was seen is let go while the rest streams by.
async function* again(seen: Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let chunk = seen.shift(); chunk !== undefined; chunk = seen.shift()) yield chunk;
  yield* rest;
}
