/** The wall is at `/` alone; every other page has the addresses below it too. */
export function isHere(path: string, current: string): boolean {
  return path === current || (path !== '/' && current.startsWith(`${path}/`));
}
