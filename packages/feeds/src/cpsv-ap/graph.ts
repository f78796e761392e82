/** A value of a property; a link to another thing has no language. */
export interface GraphValue {
  readonly text: string;
  /** BCP 47, `und` where it is not told. */
  readonly language: string;
}

/** A thing of a graph, with properties and types by local names. */
export interface GraphNode {
  readonly id: string;
  readonly types: readonly string[];
  readonly values: ReadonlyMap<string, readonly GraphValue[]>;
}

/** What stands behind the last `/`, `#` or `:` of a name. */
export function localName(name: string): string {
  return name.split(/[/#:]/).at(-1) ?? name;
}
