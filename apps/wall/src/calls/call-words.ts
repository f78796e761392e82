import type { Language } from '@flagtower/charts';

type Text1 = (text: string) => string;

interface CallWords {
  readonly name: string;
  readonly measured: string;
  /** A line that rings far more than usual. */
  readonly message: (line: string, count: string, times: string) => string;
  readonly none: string;
  readonly failed: string;
  readonly lastHour: string;
  readonly usual: Text1;
  readonly noUsual: string;
  readonly valid: string;
  readonly reach: string;
  readonly today: Text1;
  readonly chart: (line: string, count: string) => string;
  readonly columns: Readonly<Record<'line' | 'hour' | 'usual' | 'valid' | 'reach' | 'today', string>>;
}

export const callWords: Readonly<Record<Language, CallWords>> = {
  vi: {
    name: 'Cuộc gọi theo số',
    measured: 'Theo giờ hôm nay, cùng một thang · viền: trung bình cùng giờ 4 ngày trước',
    message: (line, count, times) => `${line}: ${count} cuộc gọi trong 60 phút, gấp ${times} lần thường ngày`,
    none: 'Chưa có số liệu cuộc gọi nào; không phải không ai gọi.',
    failed: 'Chưa đọc được số liệu cuộc gọi; trang sẽ thử lại.',
    lastHour: 'trong 60 phút',
    usual: (count) => `thường khoảng ${count}`,
    noUsual: 'chưa rõ mức thường',
    valid: 'hợp lệ',
    reach: 'tiếp cận',
    today: (count) => `hôm nay ${count}`,
    chart: (line, count) => `${line}: cuộc gọi hôm nay theo giờ, ${count} đến nay`,
    columns: {
      line: 'Số',
      hour: 'Cuộc gọi trong 60 phút',
      usual: 'Mức thường của 60 phút',
      valid: 'Tỷ lệ hợp lệ',
      reach: 'Thời gian tiếp cận, trung vị (giây)',
      today: 'Cuộc gọi hôm nay',
    },
  },
  en: {
    name: 'Calls by line',
    measured: 'By the hour of today, one scale · outlines: the mean of that hour on the 4 days before',
    message: (line, count, times) => `${line}: ${count} calls in 60 minutes, ${times} times the usual`,
    none: 'No calls were told of; that does not mean that nobody calls.',
    failed: 'The calls could not be read yet; the page tries again.',
    lastHour: 'in 60 minutes',
    usual: (count) => `usually about ${count}`,
    noUsual: 'usual not known yet',
    valid: 'valid',
    reach: 'to be there',
    today: (count) => `${count} today`,
    chart: (line, count) => `${line}: calls of today by the hour, ${count} so far`,
    columns: {
      line: 'Line',
      hour: 'Calls in 60 minutes',
      usual: 'Usual of 60 minutes',
      valid: 'Share valid',
      reach: 'Time to be there, median (s)',
      today: 'Calls today',
    },
  },
};
