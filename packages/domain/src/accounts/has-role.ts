import { roleSchema, type Account, type Role } from '@flagtower/contracts';

/** Whether an account may do what a role may: each role may all that those before it may. A locked one may nothing. */
export function hasRole({ role, locked }: Pick<Account, 'role' | 'locked'>, needed: Role): boolean {
  return !locked && roleSchema.options.indexOf(role) >= roleSchema.options.indexOf(needed);
}
