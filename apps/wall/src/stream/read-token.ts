const KEY = 'flagtower.read-token';

/**
 * The token that lets a screen read, from the link (`?token=…`) or kept from it. It leaves the address at once, so that
 * nobody photographs it off a wall; it lives as long as the tab. `null`: none was given, and a public city needs none.
 */
export function readToken(): string | null {
  const address = new URL(location.href);
  const given = address.searchParams.get('token');
  if (given !== null && given !== '') {
    sessionStorage.setItem(KEY, given);
    address.searchParams.delete('token');
    history.replaceState(history.state, '', address);
  }
  return sessionStorage.getItem(KEY);
}
