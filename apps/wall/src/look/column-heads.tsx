import type { ReactNode } from 'react';

/** The head of a plain table: a column a name. */
export function ColumnHeads({ names }: { readonly names: readonly string[] }): ReactNode {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
