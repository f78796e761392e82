import type { Role } from '@flagtower/contracts';
import { hasRole } from '@flagtower/domain';

import { useMe } from './me.ts';

/** Whether somebody is signed in who may do what the role may; not while nobody knows who it is. */
export function useMay(role: Role): boolean {
  const me = useMe();
  return me !== null && me !== 'unknown' && hasRole(me, role);
}
