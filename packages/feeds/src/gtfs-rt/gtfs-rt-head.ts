/** Tag of a header in a message, and of a version in a header: field 1, length-delimited. */
const firstField = 0x0a;

/**
 * Whether a file begins like a GTFS-Realtime message: with a header that begins with a version such as `2.0`. Other
 * protobuf formats begin with a text too, so the version is looked at.
 */
export function isGtfsRtHead(head: Uint8Array): boolean {
  const [tag, headerLength = 0, versionTag, versionLength = 0] = head;
  if (tag !== firstField || versionTag !== firstField || versionLength + 2 > headerLength) return false;
  return /^\d\.\d(\.\d)?$/.test(new TextDecoder('latin1').decode(head.subarray(4, 4 + versionLength)));
}
