import type { Instant, ProblemCode } from '@flagtower/contracts';
import { useCallback, useMemo, useSyncExternalStore } from 'react';

import type { Contact } from './contact.ts';
import { useStream } from './stream-context.ts';
import type { TopicView } from './topic-replica.ts';

/** A topic with the state of our contact to the server that tells it. */
export interface TopicState extends TopicView {
  readonly contact: Contact['contact'];
  /** Since when the contact is what it is, by the server's clock; `null`: not known. */
  readonly since: Instant | null;
}

/** The latest whole state of a topic; the same object until something changed. */
export function useTopic(topic: string): TopicState {
  const stream = useStream();
  const watch = useCallback((onChange: () => void) => stream.watch(topic, onChange), [stream, topic]);
  const view = useSyncExternalStore(watch, () => stream.view(topic));
  const { contact, since } = useContact();
  return useMemo(() => ({ ...view, contact, since }), [view, contact, since]);
}

export function useContact(): Contact {
  const stream = useStream();
  return useSyncExternalStore(stream.watchContact, stream.contact);
}

/** Why the server keeps this page out (`UNAUTHORISED`, `PROTOCOL_VERSION` …); `null`: it does not. */
export function useRefusal(): ProblemCode | null {
  const stream = useStream();
  return useSyncExternalStore(stream.watchContact, stream.refusal);
}
