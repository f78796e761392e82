import { csvOf } from '@flagtower/charts';
import { instantSchema, type FormAnswer } from '@flagtower/contracts';
import { useState, type ReactNode } from 'react';

import { download, fileName } from '../exporting/download.ts';
import { useExportStamp } from '../exporting/export-stamp.ts';
import { useWords } from '../words/language.tsx';
import type { FormLine } from './form-rows.ts';
import { formView } from './form-view.ts';
import { formWords } from './form-words.ts';
import { formWorkbook } from './form-workbook.ts';

interface FormFilesProps {
  readonly title: string;
  readonly lines: readonly FormLine[];
  readonly nameOf: (line: FormLine) => string;
  readonly cut: Pick<FormAnswer, 'at' | 'knownSeq'>;
}

/** The form on paper and as a file: what is seen, with its cut and the ledger's mark. */
export function FormFiles({ title, lines, nameOf, cut }: FormFilesProps): ReactNode {
  const { locale } = useWords();
  const words = formWords[locale];
  const stamp = useExportStamp();
  const [failed, setFailed] = useState(false);
  const save = async (ending: 'csv' | 'xlsx'): Promise<void> => {
    const stamped = stamp({ at: instantSchema.parse(cut.at), knownSeq: cut.knownSeq }, null, []);
    const view = formView(stamped, title, lines, nameOf);
    const file =
      ending === 'xlsx' ? await formWorkbook(view) : new Blob([csvOf(view)], { type: 'text/csv;charset=utf-8' });
    download(fileName(view.name, new Date(), ending), file);
  };
  const trySave = (ending: 'csv' | 'xlsx'): void => {
    save(ending).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <div className="report-actions">
      <button type="button" onClick={() => print()}>
        {words.print}
      </button>
      <button type="button" onClick={() => trySave('csv')}>
        {words.csv}
      </button>
      <button type="button" onClick={() => trySave('xlsx')}>
        {words.xlsx}
      </button>
      {failed ? <span role="alert">{words.failed}</span> : null}
    </div>
  );
}
