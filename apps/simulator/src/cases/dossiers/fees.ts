/** Groups whose procedures bear a fee in this city: assumed, by what such procedures mostly do. */
const withFee: ReadonlySet<string> = new Set(['chung-thuc', 'ho-tich', 'kinh-doanh', 'dat-dai', 'xay-dung', 'cu-tru']);

export function bearsFee(group: string): boolean {
  return withFee.has(group);
}
