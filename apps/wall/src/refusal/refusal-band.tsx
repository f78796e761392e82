import type { Language } from '@flagtower/charts';
import type { ProblemCode } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Mark } from '../look/mark.tsx';
import { useRefusal } from '../stream/use-topic.ts';
import { useWords } from '../words/language.tsx';

import './refusal-band.css';

interface RefusalWords {
  readonly needsKey: string;
  readonly otherwise: (code: ProblemCode) => string;
}

const refusalWords: Readonly<Record<Language, RefusalWords>> = {
  vi: {
    needsKey:
      'Máy chủ không cho màn hình này đọc. Hãy đăng nhập tại /sign-in, hoặc mở lại bằng đường dẫn có ?token=… và khóa đọc của máy chủ.',
    otherwise: (code) => `Máy chủ từ chối màn hình này (${code}). Đang xin lại.`,
  },
  en: {
    needsKey:
      'The server does not let this screen read. Sign in at /sign-in, or open it with ?token=… and the server’s read key.',
    otherwise: (code) => `The server refuses this screen (${code}). Asking again.`,
  },
};

/** Why the server keeps this screen out, in place of a scene that would only look empty. */
export function RefusalBand(): ReactNode {
  const code = useRefusal();
  const { locale } = useWords();
  if (code === null) return null;
  const words = refusalWords[locale];
  const needsKey = code === 'UNAUTHORISED' || code === 'FORBIDDEN';
  return (
    <div className="refusal-band" role="alert" data-refusal={code}>
      <Mark level="critical" name={null} size={22} /> {needsKey ? words.needsKey : words.otherwise(code)}
    </div>
  );
}
