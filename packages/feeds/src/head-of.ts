/** The beginning of a stream, and the whole of it again. */
export interface StreamHead {
  readonly head: Uint8Array;
  /** There is nothing behind the head. */
  readonly isAll: boolean;
  readonly all: AsyncIterable<Uint8Array>;
}

/** Reads until at least `bytes` are there, or all. */
export async function headOf(stream: AsyncIterable<Uint8Array>, bytes: number): Promise<StreamHead> {
  const iterator = stream[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let size = 0;
  let isAll = false;
  while (size < bytes && !isAll) {
    const next = await iterator.next();
    if (next.done === true) isAll = true;
    else {
      seen.push(next.value);
      size += next.value.length;
    }
  }
  return { head: Buffer.concat(seen, size), isAll, all: again(seen, { [Symbol.asyncIterator]: () => iterator }) };
}

// What was seen is let go while the rest streams by.
async function* again(seen: Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let chunk = seen.shift(); chunk !== undefined; chunk = seen.shift()) yield chunk;
  yield* rest;
}
