/** @param token `null`: a public city needs none */
export function headersOf(token: string | null): Record<string, string> {
  return { accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
}
