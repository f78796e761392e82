import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';

import { useStream } from '../stream/stream-context.ts';

/** Something that is done about a source; whatever came of it, its page is read anew. */
export function useSourceDeed<Done>(
  source: string,
  deed: (ledger: string, source: string) => Promise<Done>,
): UseMutationResult<Done, Error, void> {
  const { ledger } = useStream();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => deed(ledger, source),
    onSettled: () => queries.invalidateQueries({ queryKey: ['source', ledger, source] }),
  });
}
