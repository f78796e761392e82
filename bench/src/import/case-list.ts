import { lives, type Life } from '../dossiers.ts';

const rowsAPiece = 500;
const header = 'Mã hồ sơ,Mã thủ tục,Đơn vị,Kênh nộp,Ngày tiếp nhận,Hạn trả,Ngày trả,Trạng thái\n';
const zoneOffsetMs = 7 * 3_600_000;
const channelWords: Readonly<Record<string, string>> = {
  online: 'Trực tuyến',
  'at-home': 'Tại nhà',
  desk: 'Trực tiếp',
  post: 'Bưu chính',
  kiosk: 'Ki-ốt',
};

/**
 * A list of dossiers as a one-stop software exports it, a piece at a time, so that the file is never held whole.
 * @param first number of the first dossier: two files with other numbers have nothing in common
 * @yields some hundred rows each
 */
export async function* caseList(first: number, rows: number, end: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(header);
  for (let from = 0; from < rows; from += rowsAPiece) {
    const some = lives(first + from, first + Math.min(rows, from + rowsAPiece), first + rows, end);
    yield encoder.encode(some.map(rowOf).join(''));
  }
}

function rowOf({ code, unit, procedure, channel, received, due, handled }: Life): string {
  const times = [dayAndTime(received), dayAndTime(due), handled === null ? '' : dayAndTime(handled)];
  const status = handled === null ? 'Đang xử lý' : 'Đã xử lý xong';
  return `${[`F${code}`, procedure, unit, channelWords[channel] ?? 'Khác', ...times, status].join(',')}\n`;
}

/** On a clock in Hanoi, which keeps one offset all year. */
function dayAndTime(ms: number): string {
  const text = new Date(ms + zoneOffsetMs).toISOString();
  return `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)} ${text.slice(11, 19)}`;
}
