/** A stream of numbers in [0, 1): the same keys always give the same stream, on every machine. */
export type Chance = () => number;

/** Opens the stream that belongs to these keys, such as a seed, a day and a unit. */
export function chanceOf(...keys: readonly (string | number)[]): Chance {
  const text = keys.join('\u0000');
  let a = seedOf(text, 0x9e_37_79_b9);
  let b = seedOf(text, 0x85_eb_ca_6b);
  let c = seedOf(text, 0xc2_b2_ae_35);
  let counter = seedOf(text, 0x27_d4_eb_2f);
  // sfc32 of Chris Doty-Humphrey's PractRand, public domain: small, fast, and passes its author's tests.
  const next = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return (result >>> 0) / 2 ** 32;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
}

/** A word of a text: MurmurHash2's mixing, one start a word. */
function seedOf(text: string, start: number): number {
  let word = start;
  for (let index = 0; index < text.length; index += 1) {
    word = Math.imul(word ^ text.charCodeAt(index), 0x5b_d1_e9_95);
    word ^= word >>> 15;
  }
  return word | 0;
}
