const CENTERS = '/centers';

/** The address of a center's page, without its words. */
export function centerPath(id: string): string {
  return `${CENTERS}/${encodeURIComponent(id)}`;
}

/** The things behind one of a center's figures, a row each. */
export function figurePath(center: string, kpi: string): string {
  return `${centerPath(center)}/figures/${encodeURIComponent(kpi)}`;
}

/** All measured things of a center, a row each. */
export function thingsPath(center: string): string {
  return `${centerPath(center)}/things`;
}

/** One thing that a center's figures are measured of; its feed is a word of the address. */
export function entityPath(center: string, entity: string): string {
  return `${centerPath(center)}/entities/${encodeURIComponent(entity)}`;
}

/** The center of an address; `null`: the page of all. */
export function centerOfPath(pathname: string): string | null {
  const [first, id] = partsOf(pathname);
  return `/${first ?? ''}` === CENTERS && id !== undefined ? decodeURIComponent(id) : null;
}

/** What of a center an address asks for; `null`: its page itself. */
export function partOfCenter(
  pathname: string,
): { readonly kind: 'figure' | 'entity'; readonly id: string } | { readonly kind: 'things' } | null {
  const [, , kind, id] = partsOf(pathname);
  if (kind === 'things') return { kind };
  if (id === undefined) return null;
  if (kind === 'figures') return { kind: 'figure', id: decodeURIComponent(id) };
  return kind === 'entities' ? { kind: 'entity', id: decodeURIComponent(id) } : null;
}

function partsOf(pathname: string): string[] {
  return pathname.split('/').filter((part) => part !== '');
}
