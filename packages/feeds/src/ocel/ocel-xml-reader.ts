import { badFile } from '../bad-file.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { attribute, xmlStream, type XmlHandlers, type XmlTag } from '../xml/xml-stream.ts';
import { ocelLog, type OcelAttribute, type OcelLog } from './ocel-log.ts';

/** Object-centric logs, OCEL 2.0 as XML. They name objects anywhere, so the whole log is held. */
export const ocelXmlReader: Reader = (bytes, options) => inBatches(bytes, ocelXmlParser(options));

function ocelXmlParser(options: ReadOptions): ChunkParser {
  const log = ocelLog(options);
  const walk = ocelWalk(log);
  const xml = xmlStream(walk, options.limits);
  return {
    write: (chunk) => xml.write(chunk),
    end: (out) => {
      xml.end();
      if (!walk.isLog())
        throw badFile('Holds no object-centric log', 'line 1', 'Is this OCEL 2.0 as XML? Choose another format');
      log.tell(out);
    },
  };
}

/** The object or event that is open. */
interface Item {
  readonly tag: XmlTag;
  readonly line: number;
  readonly objects: string[];
  readonly attributes: OcelAttribute[];
}

const LISTS = new Set(['object-types', 'event-types', 'objects', 'events']);

/** `objects` is both a list of the log and the list of an event's objects: where an item is open, it is the latter. */
function ocelWalk(log: OcelLog): XmlHandlers & { isLog: () => boolean } {
  let isLog = false;
  let list: string | null = null;
  let item: Item | null = null;
  let open: XmlTag | null = null;
  let text = '';

  const openInItem = (tag: XmlTag, held: Item): void => {
    const objectId = attribute(tag, 'object-id');
    if (objectId !== null) held.objects.push(objectId);
    if (tag.local !== 'attribute') return;
    open = tag;
    text = '';
  };
  const closeInItem = (local: string, held: Item): void => {
    if (local === 'attribute' && open !== null) {
      held.attributes.push({
        name: attribute(open, 'name') ?? '',
        value: text,
        time: attribute(open, 'time') ?? '',
      });
      open = null;
    } else if (local === held.tag.local) {
      tell(log, held);
      item = null;
    }
  };
  return {
    isLog: () => isLog,
    open: (tag, line) => {
      if (item !== null) openInItem(tag, item);
      else if (LISTS.has(tag.local)) {
        isLog = true;
        list = tag.local;
      } else if (`${tag.local}s` === list && (list === 'objects' || list === 'events'))
        item = { tag, line, objects: [], attributes: [] };
    },
    close: (local) => {
      if (item !== null) closeInItem(local, item);
    },
    text: (piece) => {
      if (open !== null) text += piece;
    },
  };
}

function tell(log: OcelLog, { tag, line, objects, attributes }: Item): void {
  const id = attribute(tag, 'id') ?? '';
  const type = attribute(tag, 'type') ?? '';
  if (tag.local === 'object') log.object({ id, type, attributes });
  else log.event({ line, id, type, time: attribute(tag, 'time') ?? '', objects, attributes });
}
