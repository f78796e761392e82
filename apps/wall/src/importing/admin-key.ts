import { useState } from 'react';

const KEY = 'flagtower.admin-key';

/** The administrator's key, from the link (`#key=…`, which no server ever sees) or kept from it for the life of the tab. */
function heldKey(): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given !== null && given !== '') {
    sessionStorage.setItem(KEY, given);
    // Out of the address at once: it is a secret, and addresses get photographed and sent on.
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(KEY);
}

export interface AdminKey {
  /** `null`: none yet; the page asks for it. */
  readonly key: string | null;
  readonly give: (key: string) => void;
  readonly forget: () => void;
}

export function useAdminKey(): AdminKey {
  const [key, setKey] = useState(heldKey);
  return {
    key,
    give: (given) => {
      sessionStorage.setItem(KEY, given);
      setKey(given);
    },
    forget: () => {
      sessionStorage.removeItem(KEY);
      setKey(null);
    },
  };
}
