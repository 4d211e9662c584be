import type { Place } from '../../document/keys';

/** Where a key stands, as a message says it. */
export const placeNames: Readonly<Record<Place, string>> = {
  head: 'at the top of the file',
  service: 'in a service',
  defaults: 'in "defaults"',
  role: 'in a role',
  user: 'in a user',
};
