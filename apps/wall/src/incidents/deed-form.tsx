import type { IncidentDeed, ListedIncident } from '@flagtower/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { Field } from '../forms/field.tsx';
import { Problem } from '../forms/problem.tsx';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { actOn } from './incident-requests.ts';
import { incidentWords } from './incident-words.ts';

const shortest = 3;

/** Takes it, notes something, or closes it; always with words. */
export function DeedForm({ incident: { id, state, acknowledged } }: { readonly incident: ListedIncident }): ReactNode {
  const words = incidentWords[useWords().locale];
  const { ledger } = useStream();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const sent = useMutation({
    mutationFn: (deed: IncidentDeed['deed']) => actOn(ledger, id, { deed, text }),
    onSuccess: () => setText(''),
    // Where it was refused, somebody else may have acted: it is read anew either way.
    onSettled: () => queries.invalidateQueries(),
  });
  const deeds = (['acknowledge', 'comment', 'close'] as const).filter(
    (deed) => deed === 'comment' || (state !== 'closed' && (deed === 'close' || acknowledged === null)),
  );
  return (
    <section className="work-section" aria-label={words.act}>
      <h2>{words.act}</h2>
      <p className="note">{words.actNote}</p>
      <Field label={words.reason} hint={words.reasonHint}>
        {(field) => (
          <textarea
            {...field}
            rows={3}
            required
            minLength={shortest}
            maxLength={500}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Problem error={sent.error} />
      <div className="form-buttons">
        {deeds.map((deed) => (
          <button
            key={deed}
            type="button"
            className="form-button"
            disabled={sent.isPending || text.trim().length < shortest}
            onClick={() => sent.mutate(deed)}
          >
            {words.deeds[deed]}
          </button>
        ))}
      </div>
    </section>
  );
}
