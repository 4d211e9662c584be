import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmation, parsePlan, renderJson, renderMarkdown, renderText } from '../../../core/src/plan';
import { planOf } from '../../../core/src/plan/plan-json';
import { planned } from './example-plan';

describe('a plan as JSON', () => {
  const changedSince = /: it was changed since it was saved\. Make it again\.$/;

  it('comes back as it was', () => {
    expect(parsePlan(renderJson(planned))).toEqual({ plan: planned });
    const reordered = Object.fromEntries(Object.entries(JSON.parse(renderJson(planned))).reverse());
    expect(parsePlan(JSON.stringify(reordered))).toEqual({ plan: planned });
  });

  it.each([
    ['', /^This isn't a saved plan: /],
    ['[]', /plan isn't an object/],
    [
      renderJson({ ...planned, account: 'AC1' as typeof planned.account }),
      /plan\.account isn't a SID that begins with AC/,
    ],
    [
      renderJson(planned).replace('"destructive": true', '"destructive": false'),
      /plan\.changes\[1\] contradicts itself/,
    ],
    [
      renderJson(planned).replace('"verb": "move-users"', '"verb": "drop-users"'),
      /plan\.changes\[5\]\.verb isn't one of/,
    ],
    [
      renderJson({ ...planned, changes: [...planned.changes, ...planned.changes] }),
      /plan\.changes has an id twice/,
    ],
    [renderJson(planned).replace('"createConversation"', '"deleteConversation"'), /contradicts itself/],
    [
      JSON.stringify({
        ...planned,
        changes: planned.changes.flatMap((change) =>
          change.verb === 'update-role' ? { ...change, after: [], added: [], removed: change.before } : [],
        ),
      }),
      /plan\.changes\[0\] contradicts itself/,
    ],
    ['{"__proto__": {}}', /plan\.version isn't one of 1/],
    ['null', /plan\.version isn't one of 1/],
    // It says nothing that a plan couldn't, only something else than was planned.
    [renderJson(planned).replaceAll('createConversation', 'addParticipant'), changedSince],
    [renderJson(planned).replace('"friendlyName": "Support"', '"friendlyName": "Sales"'), changedSince],
    [JSON.stringify({ ...JSON.parse(renderJson(planned)), changes: planned.changes.slice(1) }), changedSince],
    [JSON.stringify({ ...JSON.parse(renderJson(planned)), more: 1 }), changedSince],
    [JSON.stringify(planned), changedSince],
    [renderJson(planned).slice(0, -9), /^This isn't a saved plan: /],
  ])('is refused where it was tampered with or is none: %#', (json, problem) => {
    expect(parsePlan(json)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

function parsedOrText(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

it('a plan of any JSON at all is refused with words, and nothing is thrown', () => {
  const changed = fc
    .tuple(fc.nat(renderJson(planned).length - 1), fc.constantFrom('"', '1', '{', ',', 'null', '[]', 'true'))
    .map(([at, text]) => renderJson(planned).slice(0, at) + text + renderJson(planned).slice(at + 1));
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), changed), (json) => {
      const saved = parsePlan(json);
      if ('problem' in saved) expect(saved.problem).toMatch(/^This isn't a saved plan.*[.]$/s);
      // A journal's plan has no digest. What is let through of it can be shown, asked about and deployed.
      const read = planOf(parsedOrText(json));
      if ('problem' in read) expect(read.problem).toMatch(/^This isn't a saved plan.*[.]$/s);
      else
        expect(renderText(read.plan) + renderMarkdown(read.plan) + confirmation(read.plan)).toContain(
          'change',
        );
    }),
    { numRuns: 500 },
  );
});
