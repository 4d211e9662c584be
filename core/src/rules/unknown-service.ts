import { valueUnder } from '../document/entries';
import type { Block, RoleEntry, Text } from '../document/model';
import { didYouMean } from '../near-miss';
import { changeTo } from './parts/change-to';
import { pinnedRoles } from './parts/live-services';
import { nearNames } from './parts/near-names';
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
  *check(index) {
    const { head } = index;
    if (head.syntax.length > 0) return;
    const services = new Set(head.entry.services.flatMap(({ name }) => (name ? [name.value] : [])));
    const unknown = [...pinnedRoles(index)].flatMap((block) =>
      namesOfPins(block)
        .filter(({ value }) => value !== '<<' && !services.has(value))
        .map((name) => ({ block, name })),
    );
    const near = nearNames(
      unknown.map(({ name }) => name.value),
      services,
    );
    for (const { block, name } of unknown) {
      const { value, start, end } = name;
      const meant = near.get(value) ?? [];
      const remedy = didYouMean(meant, 'name it under "services"');
      const message = `The file has no service ${quoted(value)}; ${remedy}`;
      yield { block, start, end, message, fixes: changeTo(name, meant) };
    }
  },
} as const satisfies Rule;

/** The names that a role has pins for: where pins come in by an alias, all of them are there. */
function namesOfPins({ entry: { node, sid } }: Block<RoleEntry>): readonly Text[] {
  const pins = node?.kind === 'mapping' ? valueUnder(node, 'sid') : node;
  if (pins?.kind === 'mapping') return pins.pairs.flatMap(({ key }) => (key.kind === 'scalar' ? [key] : []));
  if (pins?.kind !== 'alias' || !(sid instanceof Map)) return [];
  const { start, end, name: alias } = pins;
  return [...sid.keys()].map((value) => ({ value, start, end, alias }));
}
