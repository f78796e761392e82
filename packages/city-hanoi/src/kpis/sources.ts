import type { KpiInput } from '../city-input.ts';

const source = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'analytics',
  unitOfMeasure: '{source}',
  basis: {
    vi: 'Nhịp báo do từng nguồn khai: quá một nhịp là chậm, quá hai nhịp là cũ, quá mười nhịp là mất; các mốc do sản phẩm quy ước',
    en: 'Each source’s own declared cadence: late after one, stale after two, lost after ten; the limits are ours',
  },
} as const;

const counted = {
  ...source,
  unitOfMeasure: '{record}',
  basis: {
    vi: 'Những gì hệ thống đã nhận và từ chối, theo từng 15 phút của đồng hồ hệ thống; định nghĩa do sản phẩm quy ước',
    en: 'What the service took and refused, by quarter hours of its own clock; the definitions are ours',
  },
} as const;

const audit = {
  ...source,
  basis: {
    vi: 'Khoảng 15 phút một lần, mọi số dư được cộng lại và một phần hồ sơ được tính lại từ bản ghi; quy tắc do sản phẩm quy ước',
    en: 'Every balance is summed anew and a part of the dossiers folded anew, about every 15 minutes; the rule is ours',
  },
} as const;

/** How the sources of all centers keep their word: right, complete, clean, alive. */
export const sourceKpis: KpiInput[] = [
  {
    ...source,
    id: 'sources.live',
    names: { vi: 'Nguồn trực tiếp', en: 'Sources live' },
    meaning: {
      vi: 'Nguồn đã báo trong vòng một nhịp hẹn của chính nó.',
      en: 'Sources heard within one cadence of their own.',
    },
    formula: { kind: 'conduct', statistic: 'live' },
    direction: 'up',
  },
  {
    ...source,
    id: 'sources.late',
    names: { vi: 'Nguồn chậm', en: 'Sources late' },
    meaning: {
      vi: 'Nguồn im lặng quá một nhịp hẹn, chưa quá hai nhịp.',
      en: 'Sources silent for more than one cadence and at most two.',
    },
    formula: { kind: 'conduct', statistic: 'late' },
    direction: 'down',
  },
  {
    ...source,
    id: 'sources.stale',
    names: { vi: 'Nguồn cũ', en: 'Sources stale' },
    meaning: {
      vi: 'Nguồn im lặng quá hai nhịp hẹn, chưa quá mười nhịp.',
      en: 'Sources silent for more than two cadences and at most ten.',
    },
    formula: { kind: 'conduct', statistic: 'stale' },
    direction: 'down',
  },
  {
    ...source,
    id: 'sources.lost',
    names: { vi: 'Nguồn bị mất', en: 'Sources lost' },
    meaning: { vi: 'Nguồn im lặng quá mười nhịp hẹn.', en: 'Sources silent for more than ten cadences.' },
    formula: { kind: 'conduct', statistic: 'lost' },
    direction: 'down',
  },
  {
    ...source,
    id: 'sources.unheard',
    names: { vi: 'Nguồn chưa từng báo', en: 'Sources never heard' },
    meaning: {
      vi: 'Nguồn đã khai báo mà chưa liên lạc được lần nào; một câu trả lời không có bản ghi nào cũng là dấu hiệu sống.',
      en: 'Sources that are declared and with which there was no contact yet; an answer without a record is a sign of life.',
    },
    formula: { kind: 'conduct', statistic: 'none' },
    direction: 'down',
  },
  {
    ...source,
    id: 'sources.completeness',
    names: { vi: 'Độ đầy đủ (7 ngày)', en: 'Completeness (7 days)' },
    meaning: {
      vi: 'Số lần báo đã nhận trên số lần phải báo theo nhịp hẹn trong 7 ngày qua, của các nguồn có hẹn nhịp.',
      en: 'Signs of life that came, of those due by cadence in the last 7 days, of sources that declared one.',
    },
    unitOfMeasure: '1',
    formula: { kind: 'conduct', statistic: 'contacts' },
    direction: 'up',
  },
  {
    ...counted,
    id: 'sources.accepted',
    names: { vi: 'Bản ghi đã nhận', en: 'Records taken' },
    meaning: {
      vi: 'Bản ghi mới được nhận vào sổ trong kỳ, của mọi nguồn.',
      en: 'New records taken into the ledger in the period, of all sources.',
    },
    formula: { kind: 'conduct', statistic: 'accepted' },
    direction: 'none',
  },
  {
    ...counted,
    id: 'sources.duplicates',
    names: { vi: 'Bản ghi trùng', en: 'Duplicates' },
    meaning: {
      vi: 'Bản ghi được gửi lại y nguyên trong kỳ; chỉ tính một lần vào các số khác.',
      en: 'Records told again unchanged in the period; every other figure counts them once.',
    },
    formula: { kind: 'conduct', statistic: 'duplicates' },
    direction: 'down',
  },
  {
    ...counted,
    id: 'sources.quarantined',
    names: { vi: 'Bản ghi bị cách ly', en: 'Quarantined' },
    meaning: {
      vi: 'Bản ghi không nhận được trong kỳ, giữ lại cùng lý do; kể cả bản ghi sau đó đã nạp lại.',
      en: 'Records refused in the period and kept with their reason; also those that were replayed since.',
    },
    formula: { kind: 'conduct', statistic: 'quarantined' },
    direction: 'down',
  },
  {
    ...counted,
    id: 'sources.conflicts',
    names: { vi: 'Bản ghi mâu thuẫn', en: 'Conflicting records' },
    meaning: {
      vi: 'Bản ghi được báo hai lần cùng một phiên bản mà nội dung khác nhau, trong kỳ.',
      en: 'Records told twice in one version with different content, in the period.',
    },
    formula: { kind: 'conduct', statistic: 'conflicts' },
    direction: 'down',
  },
  {
    ...counted,
    id: 'sources.dropped',
    names: { vi: 'Tin mất trên đường', en: 'Lost on the way' },
    meaning: {
      vi: 'Tin đến nhanh hơn mức ghi kịp trong kỳ, từ nguồn không thể bảo chậm lại (syslog qua UDP); nội dung đã mất.',
      en: 'Messages of the period that came faster than they could be written, of senders that cannot be held back (syslog over UDP); what they said is lost.',
    },
    unitOfMeasure: '{message}',
    formula: { kind: 'conduct', statistic: 'dropped' },
    direction: 'down',
  },
  {
    ...audit,
    id: 'sources.audit-age',
    names: { vi: 'Tự kiểm toán gần nhất cách đây', en: 'Since the last self-audit' },
    meaning: {
      vi: 'Thời gian từ lần hệ thống tự tính lại các số từ bản ghi gần nhất.',
      en: 'Time since the service last computed its figures anew from the records.',
    },
    unitOfMeasure: 'ms',
    formula: { kind: 'conduct', statistic: 'audit-age' },
    direction: 'down',
  },
  {
    ...audit,
    id: 'sources.audit-differences',
    names: { vi: 'Số lệch khi tự kiểm toán', en: 'Differences found' },
    meaning: {
      vi: 'Số chỗ lệch giữa số đang có và số tính lại từ bản ghi, ở lần tự kiểm toán gần nhất.',
      en: 'Places where a figure differed from its records at the last self-audit.',
    },
    unitOfMeasure: '{difference}',
    formula: { kind: 'conduct', statistic: 'audit-differences' },
    direction: 'down',
  },
];
