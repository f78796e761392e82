import { useState } from 'react';

import { useMe } from '../session/me.ts';

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

/** What a request proves its right with; `null`: the session of an administrator who is signed in. */
export type AdminKey = string | null;

/** Who works at the import page. */
export interface AdminDesk {
  /** `session`: an administrator is signed in; `key`: somebody has the key; `closed`: nobody; `unknown`: not told yet. */
  readonly state: 'session' | 'key' | 'closed' | 'unknown';
  readonly key: AdminKey;
  readonly give: (key: string) => void;
  readonly forget: () => void;
}

export function useAdminDesk(): AdminDesk {
  const [key, setKey] = useState(heldKey);
  const me = useMe();
  const isAdmin = me !== null && me !== 'unknown' && me.role === 'admin';
  return {
    state: isAdmin ? 'session' : key !== null ? 'key' : me === 'unknown' ? 'unknown' : 'closed',
    key: isAdmin ? null : key,
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
