import { FlagtowerError } from '@flagtower/contracts';
import { JSONPathEnvironment, JSONPathError, type JSONPathQuery } from 'json-p3';

import { badFile } from '../bad-file.ts';
import { defaultLimits } from '../limits.ts';

const environment = new JSONPathEnvironment({ maxRecursionDepth: defaultLimits.depth });

/** The values that a path finds in a JSON value, in its order. @throws FlagtowerError `BAD_FILE` for one that is nested too deeply */
export type FindAll = (value: unknown) => Iterable<unknown>;

/**
 * A path of RFC 9535, compiled.
 * @param place what the mapping calls it
 * @throws FlagtowerError `BAD_REQUEST` with the path and what is wrong with it
 */
export function jsonPath(path: string, place: string): FindAll {
  const query = compiled(path, place);
  return (value) => (isJson(value) ? found(query, value, place) : []);
}

function compiled(path: string, place: string): JSONPathQuery {
  try {
    return environment.compile(path);
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    throw new FlagtowerError('BAD_REQUEST', `The mapping names a path that is none: ${path}`, {
      place,
      remedy: `Write a JSONPath of RFC 9535, such as $.data.items[*]; ${error.message}`,
      cause: error,
    });
  }
}

function* found(query: JSONPathQuery, value: Json, place: string): Generator {
  try {
    for (const node of query.lazyQuery(value)) yield node.value;
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    throw badFile('The JSON is nested too deeply for its path', place, 'Name the path without “..”', error);
  }
}

type Json = Parameters<JSONPathQuery['lazyQuery']>[0];

/** What was parsed is JSON; what was none is `undefined`. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}

const NAME = /\.([A-Za-z_\u0080-\u{10FFFF}][\w\u0080-\u{10FFFF}]*)|\['([^'\\]*)'\]|\["([^"\\]*)"\]/gu;

/**
 * The names of a path such as `$.data.items[*]`: its list can be cut into elements while it streams by.
 * @returns `null` for a path of any other form
 */
export function listNames(path: string): readonly string[] | null {
  const [, way] = /^\$(.*)(?:\[\*\]|\.\*)$/u.exec(path) ?? [];
  if (way === undefined || way.replaceAll(NAME, '') !== '') return null;
  return [...way.matchAll(NAME)].map(([, dotted, single, double]) => dotted ?? single ?? double ?? '');
}
