import { entityModels } from './entity-models.ts';

const attributeTypes = 'Property|GeoProperty|Relationship|LanguageProperty|geo:json|StructuredValue|DateTime';

/**
 * Whether JSON begins like NGSI: an entity with attributes of its types, an entity of a type that we read in key-values, or a
 * notification. Other JSON-LD and JSON with a context of its own is not.
 */
export function isNgsiHead(text: string): boolean {
  if (/"subscriptionId"\s*:/.test(text) && /"data"\s*:/.test(text)) return true;
  if (!/"id"\s*:/.test(text)) return false;
  const types = [...Object.keys(entityModels), attributeTypes].join('|');
  return new RegExp(`"type"\\s*:\\s*"(?:https?://[^"]*/)?(${types})"`).test(text) || isMalformedEntity(text);
}

/** A published example gives id and type as objects: it is NGSI all the same, and has to be refused as such. */
function isMalformedEntity(text: string): boolean {
  return /smart-data-models|ngsi-ld-core-context/.test(text);
}
