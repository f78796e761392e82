import type { KpiInput } from '../city-input.ts';
import { sum } from './term.ts';

const ticket = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'it-support',
  caseKind: 'ticket',
  unitOfMeasure: '{ticket}',
  basis: {
    vi: 'Yêu cầu của bộ phận hỗ trợ; định nghĩa do sản phẩm quy ước',
    en: 'Tickets of the help desk; the definitions are ours',
  },
} as const;

/** Tickets of officials and the accounts that they use. */
export const itSupportKpis: KpiInput[] = [
  {
    ...ticket,
    id: 'tickets.received',
    names: { vi: 'Yêu cầu hỗ trợ tiếp nhận', en: 'Tickets received' },
    meaning: { vi: 'Yêu cầu hỗ trợ được tiếp nhận trong kỳ.', en: 'Tickets received in the period.' },
    formula: { kind: 'flow', terms: sum('received') },
    direction: 'none',
  },
  {
    ...ticket,
    id: 'tickets.handled',
    names: { vi: 'Yêu cầu hỗ trợ đã xong', en: 'Tickets closed' },
    meaning: { vi: 'Yêu cầu hỗ trợ kết thúc trong kỳ.', en: 'Tickets that ended in the period.' },
    formula: { kind: 'flow', terms: sum('handled') },
    direction: 'none',
  },
  {
    ...ticket,
    id: 'tickets.open',
    names: { vi: 'Yêu cầu hỗ trợ đang mở', en: 'Tickets open' },
    meaning: { vi: 'Yêu cầu hỗ trợ đã tiếp nhận mà chưa kết thúc.', en: 'Tickets received and not yet ended.' },
    formula: { kind: 'state', terms: sum('open') },
    direction: 'down',
  },
  {
    ...ticket,
    id: 'tickets.overdue',
    names: { vi: 'Yêu cầu hỗ trợ quá hạn', en: 'Tickets overdue' },
    meaning: {
      vi: 'Yêu cầu hỗ trợ đang mở mà thời hạn đã qua.',
      en: 'Open tickets whose due moment has passed.',
    },
    formula: { kind: 'state', terms: sum('overdue') },
    direction: 'down',
  },
  {
    ...ticket,
    id: 'tickets.first-response.median',
    names: { vi: 'Thời gian phản hồi đầu tiên (trung vị)', en: 'First response time (median)' },
    meaning: {
      vi: 'Trung vị thời gian từ khi gửi yêu cầu đến phản hồi đầu tiên, của các yêu cầu được phản hồi trong kỳ.',
      en: 'Median time from a ticket to its first answer, of the tickets answered in the period.',
    },
    unitOfMeasure: 's',
    formula: { kind: 'observation', feed: 'help-desk', metric: 'first-response', statistic: 'median' },
    direction: 'down',
  },
  {
    ...ticket,
    id: 'accounts.active',
    names: { vi: 'Tài khoản đang hoạt động', en: 'Active accounts' },
    meaning: {
      vi: 'Tài khoản trên hệ thống một cửa đang được sử dụng, theo số mới nhất.',
      en: 'Accounts of the one-stop system that are in use, by the latest figure.',
    },
    unitOfMeasure: '{account}',
    formula: {
      kind: 'observation',
      feed: 'help-desk',
      metric: 'active-accounts',
      statistic: 'latest-sum',
      latestHours: 1,
    },
    direction: 'none',
  },
];
