/** Elements by their SD-ID, each with its parameters by name; of a name that is told twice, the values in order. */
export type StructuredData = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** SD-NAME: printable ASCII without `=`, `]` and `"`. */
const name = String.raw`[!#-<>-\\^-~]{1,32}`;
const element = new RegExp(String.raw`\[(${name})`, 'y');
const parameter = new RegExp(String.raw` (${name})="((?:[^"\\\]]|\\[^])*)"`, 'y');
/** A backslash before anything else stands for itself. */
const escaped = /\\(["\\\]])/g;
const mostElements = 100;
const mostParameters = 1000;

/**
 * Reads STRUCTURED-DATA of RFC 5424 section 6.3, from `from` on.
 * @returns `null` where it is none; `end` is the place behind it
 */
export function structuredData(
  text: string,
  from: number,
): { readonly data: StructuredData; readonly end: number } | null {
  if (text[from] === '-') return { data: new Map(), end: from + 1 };
  const data = new Map<string, ReadonlyMap<string, readonly string[]>>();
  let end = from;
  while (text[end] === '[') {
    element.lastIndex = end;
    const id = element.exec(text)?.[1];
    // The same SD-ID must not occur twice in a message.
    if (id === undefined || data.has(id) || data.size === mostElements) return null;
    const read = parameters(text, element.lastIndex);
    if (read === null) return null;
    data.set(id, read.values);
    end = read.end;
  }
  return end === from ? null : { data, end };
}

function parameters(
  text: string,
  from: number,
): { readonly values: ReadonlyMap<string, readonly string[]>; readonly end: number } | null {
  const values = new Map<string, string[]>();
  let end = from;
  for (let count = 0; text[end] !== ']'; count += 1) {
    parameter.lastIndex = end;
    const match = parameter.exec(text);
    const [, key, value] = match ?? [];
    if (key === undefined || value === undefined || count === mostParameters) return null;
    const held = values.get(key);
    const plain = value.replaceAll(escaped, '$1');
    if (held === undefined) values.set(key, [plain]);
    else held.push(plain);
    end = parameter.lastIndex;
  }
  return { values, end: end + 1 };
}
