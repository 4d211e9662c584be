import { isNull } from '../document/entries';
import type { Rule } from './rule';

export const serviceAndServices = {
  id: 'service-and-services',
  severity: 'error',
  scope: 'head',
  summary: 'The file has both `service` and `services`.',
  why: 'Where a file is deployed must have one answer. A file for one service says `service`; a file for several names them under `services`.',
  bad: `
service: IS11111111111111111111111111111111
services:
  production: IS22222222222222222222222222222222
`,
  good: `
services:
  staging: IS11111111111111111111111111111111
  production: IS22222222222222222222222222222222
`,
  check(_, { fields }) {
    const one = fields.find(({ place, info }) => place === 'head' && info.key === 'service');
    const several = fields.find(({ place, info }) => place === 'head' && info.key === 'services');
    // A key that stands alone has a fault of its own.
    if (!one || !several || isNull(one.value)) return undefined;
    const [first, second] =
      one.key.start < several.key.start ? [one.key, several.key] : [several.key, one.key];
    const message =
      '"service" and "services" exclude each other; move the one service under "services", with a name';
    const related = [{ start: first.start, end: first.end, message: 'The other one is here' }];
    return [{ start: second.start, end: second.end, message, related }];
  },
} as const satisfies Rule;
