import { quoted } from './parts/words';
import type { Rule } from './rule';

export const unusedAnchor = {
  id: 'unused-anchor',
  severity: 'hint',
  scope: 'file',
  isYaml: true,
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
  *check(index) {
    for (const { block, name, span } of index.unusedAnchors()) {
      const { start, end } = span;
      const blank = /^ */.exec(block.text.slice(end, end + 80))?.[0].length ?? 0;
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
  },
} as const satisfies Rule;
