import { Parser, type Quad } from 'n3';

import { badFile } from '../bad-file.ts';
import { countIn, type Tally } from '../tally.ts';
import { localName, type GraphNode, type GraphValue } from './graph.ts';

interface Growing {
  id: string;
  types: string[];
  values: Map<string, GraphValue[]>;
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** @throws FlagtowerError `BAD_FILE` where the text is no Turtle */
export function turtleGraph(text: string, tally: Tally): readonly GraphNode[] {
  const nodes = new Map<string, Growing>();
  for (const { subject, predicate, object } of quadsOf(text)) {
    countIn(tally, 'triples');
    const node: Growing = nodes.get(subject.value) ?? { id: subject.value, types: [], values: new Map() };
    nodes.set(subject.value, node);
    if (predicate.value === rdfType) node.types.push(localName(object.value));
    else {
      const name = localName(predicate.value);
      const language = object.termType === 'Literal' && object.language !== '' ? object.language : 'und';
      const known = node.values.get(name);
      const value = { text: object.value, language };
      if (known === undefined) node.values.set(name, [value]);
      else known.push(value);
    }
  }
  return [...nodes.values()];
}

function quadsOf(text: string): Quad[] {
  try {
    return new Parser({ format: 'text/turtle' }).parse(text);
  } catch (error) {
    const line = error instanceof Error ? /line (\d+)/.exec(error.message)?.[1] : undefined;
    throw badFile('The Turtle cannot be read', `line ${line ?? '1'}`, 'Export it again as Turtle in UTF-8', error);
  }
}
