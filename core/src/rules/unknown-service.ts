import { valueUnder } from '../document/entries';
import { changeTo } from './parts/change-to';
import { didYouMean, nearMisses } from './parts/near-miss';
import { quoted } from './parts/words';
import type { Rule } from './rule';

export const unknownService = {
  id: 'unknown-service',
  severity: 'error',
  scope: 'file',
  fixable: true,
  summary: 'A role is pinned for a service that the file does not name.',
  why: 'A SID under a name that `services` does not have is never looked at, so the role would be matched by name where it was meant to be pinned.',
  bad: `
services:
  staging: IS11111111111111111111111111111111
roles:
  - friendlyName: Customer
    type: conversation
    sid:
      stagin: RL11111111111111111111111111111111
    permissions: [sendMessage]
`,
  good: `
services:
  staging: IS11111111111111111111111111111111
roles:
  - friendlyName: Customer
    type: conversation
    sid:
      staging: RL11111111111111111111111111111111
    permissions: [sendMessage]
`,
  *check({ head, rolesBySid }) {
    if (head.syntax.length > 0) return;
    const services = head.entry.services.flatMap(({ name }) => (name ? [name.value] : []));
    const seen = new Set();
    for (const sid of rolesBySid.names()) {
      for (const block of rolesBySid.get(sid)) {
        const { node } = block.entry;
        const pins = node?.kind === 'mapping' ? valueUnder(node, 'sid') : undefined;
        if (pins?.kind !== 'mapping' || seen.has(block)) continue;
        seen.add(block);
        for (const { key } of pins.pairs) {
          if (key.kind !== 'scalar' || key.value === '<<' || services.includes(key.value)) continue;
          const near = nearMisses(key.value, services);
          const remedy = didYouMean(near, 'name it under "services"');
          const message = `The file has no service ${quoted(key.value)}; ${remedy}`;
          const { start, end } = key;
          yield { block, start, end, message, fixes: changeTo(key, near) };
        }
      }
    }
  },
} as const satisfies Rule;
