import type { Language } from '@flagtower/charts';
import { FlagtowerError, type ProblemCode } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';

const sentences: Readonly<Record<Language, Partial<Record<ProblemCode, string>> & { readonly other: string }>> = {
  vi: {
    UNAUTHORISED: 'Cần đăng nhập. Phiên làm việc có thể đã hết hạn.',
    FORBIDDEN: 'Tài khoản này không được làm việc đó.',
    NOT_FOUND: 'Không còn thấy mục này.',
    CONFLICT: 'Mâu thuẫn với những gì đang có.',
    TOO_MANY_REQUESTS: 'Đã thử quá nhiều lần. Hãy đợi ít phút.',
    BAD_REQUEST: 'Có mục điền chưa đúng.',
    BAD_FILE: 'Tệp không đúng mẫu.',
    TOO_LARGE: 'Tệp quá lớn.',
    STORE_UNAVAILABLE: 'Máy chủ không trả lời. Chưa có gì được ghi; hãy thử lại.',
    DISK_FULL: 'Ổ đĩa của máy chủ đã đầy. Chưa có gì được ghi.',
    other: 'Không làm được.',
  },
  en: {
    UNAUTHORISED: 'Sign in first. The session may have ended.',
    FORBIDDEN: 'This account may not do that.',
    NOT_FOUND: 'It is not there any more.',
    CONFLICT: 'It contradicts what is there.',
    TOO_MANY_REQUESTS: 'Too many attempts. Wait a few minutes.',
    BAD_REQUEST: 'Something is not filled in right.',
    BAD_FILE: 'The file is not like the template.',
    TOO_LARGE: 'The file is too large.',
    STORE_UNAVAILABLE: 'The server does not answer. Nothing was written; try again.',
    DISK_FULL: 'The server’s disk is full. Nothing was written.',
    other: 'It did not work.',
  },
};

/** What went wrong, told where it happened. @param said the page's own sentence for this very case, where it has one */
export function Problem({ error, said }: { readonly error: unknown; readonly said?: string | undefined }): ReactNode {
  const { locale } = useWords();
  if (error === null || error === undefined) return null;
  const code = error instanceof FlagtowerError ? error.code : 'INTERNAL';
  return (
    <p className="form-problem" role="alert">
      <Mark level="warning" name={null} size={18} /> {said ?? sentences[locale][code] ?? sentences[locale].other}
    </p>
  );
}

/** Whether the service refused because of this field. */
export function isAbout(error: unknown, ...fields: readonly string[]): boolean {
  return error instanceof FlagtowerError && error.place !== undefined && fields.includes(error.place);
}
