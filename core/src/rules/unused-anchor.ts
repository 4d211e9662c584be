import type { YamlNode } from '../document/model';
import type { Rule } from './rule';
import { quoted } from './words';

export const unusedAnchor = {
  id: 'unused-anchor',
  severity: 'hint',
  scope: 'file',
  fixable: true,
  summary: 'Nothing refers to an anchor.',
  why: 'An anchor that no alias uses is a leftover, or the alias has been lost: a list that should be shared may have gone its own way.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: &everyone [sendMessage]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: &everyone [sendMessage]
  - friendlyName: Guest
    type: conversation
    permissions: *everyone
`,
  *check({ anchors, aliases }, { textOf }) {
    for (const name of anchors.names()) {
      if (aliases.get(name).size > 0) continue;
      for (const block of anchors.get(name)) {
        for (const { start, end } of anchorsNamed(name, block.entry.node)) {
          const blank = /^[ ]*/.exec(textOf(block).slice(end))?.[0].length ?? 0;
          yield {
            block,
            start,
            end,
            message: `No alias uses the anchor ${quoted(name)}; remove it`,
            tag: 'unnecessary',
            fixes: [
              {
                title: 'Remove the anchor',
                edits: [{ start, end: end + blank, newText: '' }],
                preferred: true,
              },
            ],
          };
        }
      }
    }
  },
} as const satisfies Rule;

function* anchorsNamed(name: string, root: YamlNode | undefined) {
  const open = root ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'alias') continue;
    if (node.anchor === name && node.anchorSpan) yield node.anchorSpan;
    if (node.kind === 'sequence') open.push(...node.items);
    if (node.kind === 'mapping') {
      for (const { key, value } of node.pairs) open.push(key, ...(value ? [value] : []));
    }
  }
}
