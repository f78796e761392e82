const CENTERS = '/centers';

/** The address of a center's page, without its words. */
export function centerPath(id: string): string {
  return `${CENTERS}/${encodeURIComponent(id)}`;
}

/** The center of an address; `null`: the page of all. */
export function centerOfPath(pathname: string): string | null {
  const [first, id] = pathname.split('/').filter((part) => part !== '');
  return `/${first ?? ''}` === CENTERS && id !== undefined ? decodeURIComponent(id) : null;
}
