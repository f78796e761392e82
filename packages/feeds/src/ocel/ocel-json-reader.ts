import { z } from 'zod';

import { badFile } from '../bad-file.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import { jsonListParser } from '../json/json-list-parser.ts';
import { parsedJson } from '../json/json-text.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { ocelLog, type OcelLog } from './ocel-log.ts';

const attributesSchema = z
  .array(
    z.object({
      name: z.string(),
      value: z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]).catch(''),
      time: z.string().default(''),
    }),
  )
  .default([]);

const objectSchema = z.object({ id: z.string(), type: z.string(), attributes: attributesSchema });

const eventSchema = objectSchema.extend({
  time: z.string(),
  relationships: z.array(z.object({ objectId: z.string() })).default([]),
});

/** Object-centric logs, OCEL 2.0 as JSON. They name objects anywhere, so the whole log is held. */
export const ocelJsonReader: Reader = (bytes, options) => inBatches(bytes, ocelJsonParser(options));

function ocelJsonParser(options: ReadOptions): ChunkParser {
  const log = ocelLog(options);
  const lists = new Set<string>();
  return jsonListParser(options.limits, {
    element: (json, out, index, member) => {
      lists.add(member ?? '');
      if (takeElement(log, parsedJson(json), index, member)) return;
      out.push(rejected(index, 'not-parseable', [member ?? 'element'], 'The element is not what OCEL 2.0 asks for'));
    },
    tooLong: (out, index) => out.push(rejected(index, 'too-large', [], 'The element is longer than any may be')),
    end: (out) => {
      if (!lists.has('events') && !lists.has('eventTypes'))
        throw badFile('Holds no object-centric log', 'line 1', 'Is this OCEL 2.0 as JSON? Choose another format');
      log.tell(out);
    },
  });
}

/** @returns false when the element is wrong; elements of other lists are passed over */
function takeElement(log: OcelLog, value: unknown, line: number, member: string | null): boolean {
  if (member === 'objects') {
    const object = objectSchema.safeParse(value);
    if (object.success) log.object(object.data);
    return object.success;
  }
  if (member !== 'events') return true;
  const event = eventSchema.safeParse(value);
  if (!event.success) return false;
  const { relationships, ...rest } = event.data;
  log.event({ ...rest, line, objects: relationships.map(({ objectId }) => objectId) });
  return true;
}
