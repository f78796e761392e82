import { sourceIdSchema, zoneSchema, type LedgerName } from '@flagtower/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import type { AdminKey } from './admin-key.ts';
import { declareSource } from './import-requests.ts';
import { importWords } from './import-words.ts';
import { ProblemNote } from './problem-note.tsx';

/** A source that is not declared may not send; this declares it with what an import needs. */
export function NewSource({
  adminKey,
  ledger,
  onDeclared,
}: {
  readonly adminKey: AdminKey;
  readonly ledger: LedgerName;
  readonly onDeclared: (source: string) => void;
}): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].target;
  const queries = useQueryClient();
  const [id, name, zone] = [useId(), useId(), useId()];
  const declared = useMutation({
    mutationFn: (form: FormData) => declareSource(sourceFrom(form, ledger), adminKey),
    onSuccess: async (source) => {
      await queries.invalidateQueries({ queryKey: ['sources'] });
      onDeclared(source.id);
    },
  });
  return (
    <form className="import-editor" action={(form) => declared.mutate(form)}>
      <div className="import-row">
        <label htmlFor={id}>{words.id}</label>
        <span>
          <input id={id} name="id" required pattern="[a-z0-9][a-z0-9\-]{0,62}" aria-describedby={`${id}-hint`} />
          <small id={`${id}-hint`} className="note">
            {words.idHint}
          </small>
        </span>
      </div>
      <div className="import-row">
        <label htmlFor={name}>{words.name}</label>
        <input id={name} name="name" required maxLength={200} />
      </div>
      <div className="import-row">
        <label htmlFor={zone}>{words.zone}</label>
        <input id={zone} name="zone" required defaultValue="Asia/Ho_Chi_Minh" />
      </div>
      <button type="submit" className="import-button" disabled={declared.isPending}>
        {words.declare}
      </button>
      {declared.isError ? <ProblemNote error={declared.error} /> : null}
    </form>
  );
}

function sourceFrom(form: FormData, ledger: LedgerName): Parameters<typeof declareSource>[0] {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const name = text('name');
  return {
    id: sourceIdSchema.parse(text('id')),
    names: { vi: name, en: name },
    ledger,
    zone: zoneSchema.parse(text('zone')),
  };
}
