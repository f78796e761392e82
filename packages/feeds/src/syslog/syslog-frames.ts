/** What happens to the messages of a stream; they count from 1. */
export interface FrameTaker {
  readonly message: (bytes: Uint8Array, index: number) => void;
  /** A message longer than allowed; what is left of it is passed over. */
  readonly tooLong: (index: number) => void;
}

export interface SyslogFrames {
  readonly write: (chunk: Uint8Array) => void;
  /** No more bytes: a last line needs no line feed, a counted message that is not whole is lost. @returns whether one was */
  readonly end: () => boolean;
  /** Whether a message has begun and not ended. */
  readonly isInside: () => boolean;
}

const byteOrderMark = [0xef, 0xbb, 0xbf];
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const nine = 0x39;
const one = 0x31;
const zero = 0x30;
/** Digits of a count: a message of 10 MB is none. */
const countDigits = 7;

/**
 * Cuts a stream into messages, each framed as its first byte says (RFC 6587 section 3.4): a digit begins a count of octets, all
 * else is a line. A message that is too long costs itself and nothing behind it.
 */
export function syslogFrames(mostBytes: number, take: FrameTaker): SyslogFrames {
  const cutter = new Cutter(mostBytes, take);
  return { write: (chunk) => cutter.write(chunk), end: () => cutter.end(), isInside: () => cutter.isInside() };
}

/** Opened by `syslogFrames`, closed by `end`; one walk over one stream. */
class Cutter {
  readonly #mostBytes: number;
  readonly #take: FrameTaker;
  #held: Uint8Array = new Uint8Array();
  /** Octets of a counted message that are still to be passed over. */
  #toSkip = 0;
  #dropsLine = false;
  #index = 0;
  #isBegun = false;

  constructor(mostBytes: number, take: FrameTaker) {
    this.#mostBytes = mostBytes;
    this.#take = take;
  }

  write(chunk: Uint8Array): void {
    let rest: Uint8Array = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    for (;;) {
      const next = this.#step(rest);
      if (next === null) break;
      rest = next;
    }
    // What is kept must not keep the whole chunk that it came in.
    this.#held = rest.length === 0 ? rest : Uint8Array.from(rest);
    this.#forgetLongLine();
  }

  isInside(): boolean {
    return this.#held.length > 0 || this.#toSkip > 0 || this.#dropsLine;
  }

  end(): boolean {
    const rest = this.#held;
    const isCut = this.#toSkip > 0 || (rest.length > 0 && !this.#dropsLine && octetsOf(rest) !== 'line');
    if (rest.length > 0 && !isCut && !this.#dropsLine) this.#give(rest);
    this.#held = new Uint8Array();
    this.#toSkip = 0;
    this.#dropsLine = false;
    return isCut;
  }

  /** @returns what is left once one more thing was done; `null`: more bytes are needed */
  #step(rest: Uint8Array): Uint8Array | null {
    if (rest.length === 0) return null;
    if (!this.#isBegun) return this.#begin(rest);
    if (this.#toSkip > 0) {
      const skipped = Math.min(this.#toSkip, rest.length);
      this.#toSkip -= skipped;
      return rest.subarray(skipped);
    }
    // Some senders end a counted message with a line feed all the same.
    if (!this.#dropsLine && (rest[0] === lineFeed || rest[0] === carriageReturn)) return rest.subarray(1);
    const octets = this.#dropsLine ? 'line' : octetsOf(rest);
    if (octets === 'more') return null;
    return octets === 'line' ? this.#line(rest) : this.#counted(rest, octets);
  }

  /** Editors put a byte order mark before the first message of a file. */
  #begin(rest: Uint8Array): Uint8Array | null {
    const isMark = byteOrderMark.every((byte, at) => rest[at] === byte || at >= rest.length);
    if (isMark && rest.length < byteOrderMark.length) return null;
    this.#isBegun = true;
    return isMark ? rest.subarray(byteOrderMark.length) : rest;
  }

  #line(rest: Uint8Array): Uint8Array | null {
    const end = rest.indexOf(lineFeed);
    if (end === -1) return null;
    if (this.#dropsLine) this.#dropsLine = false;
    else this.#give(rest.subarray(0, end));
    return rest.subarray(end + 1);
  }

  #counted(rest: Uint8Array, { from, count }: Octets): Uint8Array | null {
    if (count > this.#mostBytes) {
      this.#take.tooLong((this.#index += 1));
      this.#toSkip = count;
      return rest.subarray(from);
    }
    if (rest.length < from + count) return null;
    this.#give(rest.subarray(from, from + count));
    return rest.subarray(from + count);
  }

  #give(bytes: Uint8Array): void {
    this.#index += 1;
    const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
    if (bytes.length > this.#mostBytes) this.#take.tooLong(this.#index);
    else this.#take.message(bytes.subarray(0, end), this.#index);
  }

  #forgetLongLine(): void {
    const held = this.#held;
    if (this.#dropsLine) this.#held = new Uint8Array();
    if (this.#dropsLine || held.length <= this.#mostBytes || octetsOf(held) !== 'line') return;
    this.#take.tooLong((this.#index += 1));
    this.#dropsLine = true;
    this.#held = new Uint8Array();
  }
}

interface Octets {
  /** Where the message begins. */
  readonly from: number;
  readonly count: number;
}

/** The count that these bytes begin with; `more`: it may still become one; `line`: they do not begin with one. */
function octetsOf(bytes: Uint8Array): Octets | 'more' | 'line' {
  const [first = 0] = bytes;
  if (first < one || first > nine) return 'line';
  let count = 0;
  for (let at = 0; at <= countDigits; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) return 'more';
    if (byte === blank) return { from: at + 1, count };
    if (byte < zero || byte > nine) return 'line';
    count = count * 10 + byte - zero;
  }
  return 'line';
}
