/** What a file may cost us before it is refused. All sizes are bytes after unpacking. */
export interface Limits {
  readonly unpackedBytes: number;
  /** Unpacked over packed size of a gzip or zip entry. */
  readonly ratio: number;
  /** Open elements of XML, open brackets of JSON. */
  readonly depth: number;
  /** One text node or attribute value. */
  readonly textBytes: number;
  /** One row of a table, one element of a JSON list. */
  readonly rowBytes: number;
  readonly columns: number;
  /** Events held at once: those of one trace, or of an object-centric log, which can only be read as a whole. */
  readonly heldEvents: number;
}

const MIB = 1024 * 1024;

/** Generous for a city's yearly export, small for an attack. */
export const defaultLimits: Limits = {
  unpackedBytes: 2048 * MIB,
  ratio: 200,
  depth: 64,
  textBytes: MIB,
  rowBytes: MIB,
  columns: 2000,
  heldEvents: 200_000,
};
