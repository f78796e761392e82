import type { Language, ToneCounts } from '@flagtower/charts';

interface PressWords {
  readonly name: string;
  readonly measured: string;
  readonly tones: Readonly<Record<keyof ToneCounts, string>>;
  readonly none: string;
  readonly failed: string;
  readonly all: string;
  readonly byTopic: string;
  readonly byHour: (topic: string) => string;
  readonly description: (topic: string, items: string, negative: string) => string;
  readonly columns: Readonly<Record<'topic' | 'items', string>>;
}

export const pressWords: Readonly<Record<Language, PressWords>> = {
  vi: {
    name: 'Tin bài theo chủ đề và sắc thái',
    measured: '24 giờ qua · bấm chủ đề để xem theo giờ',
    tones: { negative: 'Tiêu cực', neutral: 'Trung lập', positive: 'Tích cực', unrated: 'Không nêu sắc thái' },
    none: 'Chưa có tin bài nào trong 24 giờ qua; không phải bằng 0.',
    failed: 'Chưa đọc được tin bài; trang sẽ thử lại.',
    all: 'Mọi chủ đề',
    byTopic: 'Chủ đề',
    byHour: (topic) => `${topic}, theo giờ`,
    description: (topic, items, negative) => `${topic} theo giờ: ${items} tin bài, ${negative} tiêu cực`,
    columns: { topic: 'Chủ đề', items: 'Tin bài' },
  },
  en: {
    name: 'Items by topic and tone',
    measured: 'last 24 hours · press a topic for its hours',
    tones: { negative: 'Negative', neutral: 'Neutral', positive: 'Positive', unrated: 'No tone stated' },
    none: 'No item in the last 24 hours yet; that is not 0.',
    failed: 'The items could not be read yet; the page tries again.',
    all: 'All topics',
    byTopic: 'Topic',
    byHour: (topic) => `${topic}, by the hour`,
    description: (topic, items, negative) => `${topic} by the hour: ${items} items, ${negative} negative`,
    columns: { topic: 'Topic', items: 'Items' },
  },
};
