import { useId, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  /** What to write, below the field. */
  readonly hint?: string | undefined;
  /** What is wrong with what was written; `undefined`: nothing that is known. */
  readonly wrong?: string | undefined;
  readonly children: (props: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': boolean;
  }) => ReactNode;
}

/** A label, a control, and what there is to say of it, tied together for those who do not see them side by side. */
export function Field({ label, hint, wrong, children }: FieldProps): ReactNode {
  const id = useId();
  const hintId = `${id}-hint`;
  const wrongId = `${id}-wrong`;
  const described = [hint === undefined ? null : hintId, wrong === undefined ? null : wrongId].filter(Boolean);
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': wrong !== undefined,
      })}
      {hint === undefined ? null : (
        <small id={hintId} className="note">
          {hint}
        </small>
      )}
      {wrong === undefined ? null : (
        <small id={wrongId} className="form-wrong">
          {wrong}
        </small>
      )}
    </div>
  );
}
