/*
 * Where a dossier's unit stands at a moment: the part of the oracle that looks at the map. It takes a unit for the pieces
 * of land that it had, follows the pieces from change to change, and asks which office has all of them now. It imports
 * nothing; of the domain's geography it reads the list of lives and what became of each.
 */

interface MappedLife {
  readonly key: string;
  readonly unit: { readonly code: string; readonly parent: string | null };
  readonly startMs: number;
  readonly endMs: number;
  readonly after: readonly { readonly life: MappedLife; readonly isWhole: boolean }[];
}

export interface UnitMap {
  readonly lives: ReadonlyMap<string, MappedLife>;
}

/** A code, and when it was said. */
export interface SaidUnit {
  readonly code: string;
  readonly at: number;
}

/** The key under which a said unit is counted at a moment. */
export function standsAt(map: UnitMap | null, said: SaidUnit | null, at: number): string | null {
  if (said === null || map === null) return said?.code ?? null;
  const all = [...map.lives.values()];
  // Before the first list of units that list stands.
  const moment = Math.max(at, Math.min(...all.flatMap(({ unit, startMs }) => (unit.parent === null ? [] : [startMs]))));
  const ofCode = all.filter(({ unit }) => unit.code === said.code);
  if (ofCode.length === 0) return said.code;
  const meant = meantBy(ofCode, said.at);
  const living = all.filter((life) => life.startMs <= moment && moment < life.endMs);
  if (living.includes(meant)) return meant.key;
  const { pieces, hasLost } = piecesAt(all, meant, moment);
  const [only] = pieces;
  if (pieces.length === 1 && !hasLost && only !== undefined) return only.key;
  // What is lost lies somewhere in the unit that the said one was in, or in what is left above it.
  const mustHold = hasLost ? [...pieces, officeAbove(all, living, meant)] : pieces;
  const holders = living.filter((office) => mustHold.every((piece) => holds(living, office, piece)));
  const lowest = holders.find((office) => holders.every((other) => holds(living, other, office)));
  return `${lowest?.key ?? ''}/unallocated`;
}

function meantBy(ofCode: readonly MappedLife[], at: number): MappedLife {
  const byAge = ofCode.toSorted((a, b) => a.startMs - b.startMs);
  const begun = byAge.filter(({ startMs }) => startMs <= at);
  const meant = begun.at(-1) ?? byAge[0];
  if (meant === undefined) throw new RangeError('a code of the map has a life');
  return meant;
}

function piecesAt(
  all: readonly MappedLife[],
  meant: MappedLife,
  moment: number,
): { readonly pieces: readonly MappedLife[]; readonly hasLost: boolean } {
  const isLater = moment >= meant.endMs;
  let pieces = [meant];
  let hasLost = false;
  const isThere = (piece: MappedLife): boolean => piece.startMs <= moment && moment < piece.endMs;
  while (pieces.some((piece) => !isThere(piece))) {
    pieces = pieces.flatMap((piece) => {
      if (isThere(piece)) return [piece];
      const ways = isLater
        ? piece.after.map(({ life }) => life)
        : all.filter(({ after }) => after.some(({ life }) => life === piece));
      const isPartOnly = isLater && piece.after.length === 1 && piece.after.some(({ isWhole }) => !isWhole);
      if (ways.length === 0 || isPartOnly) hasLost = true;
      return ways;
    });
    pieces = [...new Set(pieces)];
  }
  return { pieces, hasLost };
}

/** Whether an office is a piece's own, or stands above it. */
function holds(living: readonly MappedLife[], office: MappedLife, piece: MappedLife): boolean {
  if (office === piece) return true;
  const above = living.find(({ unit }) => unit.code === piece.unit.parent);
  return above !== undefined && holds(living, office, above);
}

function officeAbove(all: readonly MappedLife[], living: readonly MappedLife[], meant: MappedLife): MappedLife {
  const code = meant.unit.parent;
  const office = living.find(({ unit }) => unit.code === code);
  const former = all.find(({ unit }) => unit.code === code);
  if (office !== undefined) return office;
  if (former === undefined) throw new RangeError('every unit but the city stands below another');
  return officeAbove(all, living, former);
}
