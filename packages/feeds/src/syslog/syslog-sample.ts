/** For tests: two messages about one incident, with everything in them that names somebody. */
export const openedMessage =
  '<134>1 2026-11-24T08:20:00.123456+07:00 siem.example soc 4711 INCIDENT [key@32473 token="a \\"b\\" \\] \\\\"] \uFEFFCEF:0|Example|SIEM|1.0|BRUTE\\|FORCE|Đăng nhập sai nhiều lần|9|externalId=INC-1 act=open rt=1795569600123 start=1795569000000 suser=Nguyen Van An duser=an@example.vn src=10.1.2.3 cs1Label=unit cs1=01 msg=He said x\\=y and a=b';

export const closedMessage =
  '<134>1 2026-11-24T10:00:00Z siem.example soc 4711 INCIDENT - CEF:0|Example|SIEM|1.0|CASE|Closed|High|externalId=INC-1 act=closed rt=Nov 24 2026 17:00:00 suser=Nguyen Van An';

/** For tests: with its count of octets, as RFC 6587 frames it. */
export function counted(message: string): string {
  return `${String(Buffer.byteLength(message))} ${message}`;
}
