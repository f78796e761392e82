import { numberText } from '@flagtower/charts';
import type { LedgerName, ReportFileAnswer } from '@flagtower/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { Field } from '../forms/field.tsx';
import { Problem } from '../forms/problem.tsx';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { sendReportFile } from './report-requests.ts';
import { reportWords } from './report-words.ts';

/** Many figures at once, from the template; tried before anything is written. */
export function ReportFileForm({ ledger }: { readonly ledger: LedgerName }): ReactNode {
  const { locale } = useWords();
  const words = reportWords[locale].file;
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const sent = useMutation({
    mutationFn: ({ table, dryRun }: { readonly table: File; readonly dryRun: boolean }) =>
      sendReportFile(ledger, table, dryRun),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['proposals'] }),
  });
  const isSound = sent.data !== undefined && sent.data.dryRun && sent.data.issues.length === 0 && sent.data.rows > 0;
  return (
    <section className="work-section" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="note">{words.why}</p>
      <p>
        <a href={`/v1/reports/template.csv?lang=${locale}`} download>
          {words.template}
        </a>
      </p>
      <Field label={words.choose}>
        {(field) => (
          <input
            {...field}
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => {
              sent.reset();
              setFile(target.files?.[0] ?? null);
            }}
          />
        )}
      </Field>
      <div className="form-buttons">
        <button
          type="button"
          className="form-button"
          disabled={file === null || sent.isPending}
          onClick={() => {
            if (file !== null) sent.mutate({ table: file, dryRun: true });
          }}
        >
          {words.dry}
        </button>
        <button
          type="button"
          className="form-button form-main"
          disabled={file === null || !isSound || sent.isPending}
          onClick={() => {
            if (file !== null) sent.mutate({ table: file, dryRun: false });
          }}
        >
          {words.propose}
        </button>
      </div>
      <Problem error={sent.error} />
      {sent.data === undefined ? null : <Outcome answer={sent.data} />}
    </section>
  );
}

function Outcome({ answer }: { readonly answer: ReportFileAnswer }): ReactNode {
  const { locale } = useWords();
  const { file: words, fields, reasons } = reportWords[locale];
  const { dryRun, rows, proposed, issues } = answer;
  if (issues.length === 0)
    return (
      <output className="form-done">
        <Mark level="normal" name={null} />{' '}
        {dryRun ? words.sound(numberText(rows, locale)) : words.done(numberText(proposed, locale))}
      </output>
    );
  return (
    <div role="alert">
      <p className="form-wrong">
        <Mark level="warning" name={null} /> {words.wrong(numberText(issues.length, locale))}
      </p>
      <ul className="report-issues">
        {issues.map(({ line, field, reason }) => (
          <li key={`${String(line)} ${field ?? ''} ${reason}`}>
            <strong>{words.line(String(line))}</strong>
            {field === null ? '' : ` · ${fields[field]}`}: {reasons[reason]}
          </li>
        ))}
      </ul>
    </div>
  );
}
