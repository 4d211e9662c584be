import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import {
  confirmation,
  guard,
  nothing,
  parsePlan,
  plain,
  plan,
  renderJson,
  renderMarkdown,
  renderPlanYaml,
  renderReport,
  renderReportText,
  renderText,
  renderYaml,
} from '../../../core/src/plan';
import { planOf } from '../../../core/src/plan/plan-json';
import { desired, live, role, roleSid, userSid } from './values';

const now = live(
  [
    'service Customer: joinConversation editOwnUserInfo',
    'service Guest: joinConversation',
    'conversation channel user: sendMessage',
  ],
  { alice: 1, bob: 2, carol: 1 },
  { defaults: { user: roleSid(2) } },
);
const wanted = desired(
  [
    'service Customer: joinConversation createConversation',
    { ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' },
  ],
  {
    defaults: { user: 'Customer' },
    users: [
      { identity: 'dave', attributes: '{"a":[1]}' },
      { identity: 'alice', friendlyName: 'Al' },
    ],
  },
);
const planned = plan(wanted, now);

describe('a plan in Markdown', () => {
  it('has every name as code', () => {
    expect(
      renderMarkdown(planned),
    ).toBe(`### \`Support\` (IS…11aa, account AC…9f2c): 6 changes, 4 users touched, 1 takes permissions away, 1 changes a default

- \`+\` \`Visitor\` (service), renamed from \`Guest\`
  - \`joinConversation\`
- \`~\` \`Customer\` (service)
  - \`+\` \`createConversation\`
  - \`-\` \`editOwnUserInfo\`
  - 2 users have this role and feel it at once
- \`~\` default for users: \`Guest\` to \`Customer\`
- \`+\` \`dave\` (user)
  - attributes: \`{"a":[1]}\`
- \`~\` \`alice\` (user)
  - friendlyName: none to \`Al\`
- \`>\` 1 user: \`Guest\` to \`Visitor\`

Not in the file, left alone: \`Guest\`, \`channel user\`.
`);
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc
      .array(
        fc.constantFrom(
          '`',
          '``',
          '\\',
          '*',
          '_',
          '[a](command:x)',
          '![a](http://x/y.png)',
          '<img src=x>',
          '<!--',
          '@octocat',
          '#1',
          '|',
          '\n',
          '\r',
          '\n\n# x\n',
          '&lt;',
          'http://x.example',
          '~~',
          '$(zap)',
          ' ',
          '\u202e',
          '\u001b[31m',
          '- [ ] ',
          ':tada:',
          '```',
          'a',
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  );

  it('cannot be steered by what things are called', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (a, b, c) => {
        const names = desired(
          [
            { type: 'service', friendlyName: a, permissions: [b] },
            { type: 'service', friendlyName: 'Customer', permissions: [c], renamedFrom: 'Guest' },
          ],
          {
            users: [{ identity: b, friendlyName: c, attributes: a, role: 'Customer' }],
            defaults: { participant: c },
          },
        );
        const other = {
          ...now,
          service: { ...now.service, friendlyName: a },
          roles: now.roles.map((each, i) => (i === 2 ? { ...each, friendlyName: b } : each)),
        };
        const made = plan(names, other);
        const failed = made.changes.map(
          (change) => ({ change, status: 'failed', error: { message: `Twilio said ${a}${b}` } }) as const,
        );
        for (const text of [renderMarkdown(made), renderReport(made, failed)]) {
          expect(kinds(lexer(text))).toEqual(
            expect.not.arrayContaining([
              'link',
              'image',
              'html',
              'code',
              'table',
              'del',
              'em',
              'blockquote',
              'hr',
              'checkbox',
              'def',
              'escape',
              'br',
            ]),
          );
          expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
          expect(decoded(outsideCode(lexer(text)))).not.toMatch(/@octocat|http:\/\/|:tada:|#1/);
        }
        for (const text of [renderText(made), renderReportText(made, failed), confirmation(made, a)]) {
          expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
        }
      }),
    );
  });

  it('fits a comment on a pull request, however much changes', () => {
    const many = desired(
      Array.from({ length: 3000 }, (_, n) => `service Role ${n}: joinConversation createConversation`),
    );
    const crowd = live(
      Array.from({ length: 3000 }, (_, n) => `service ${'`'.repeat(n % 30)}Old ${n}: joinConversation`),
    );
    const text = renderMarkdown(plan(many, crowd));
    expect(renderMarkdown(plan(nothing('conversations'), crowd)).length).toBeLessThan(65_536);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/- and \d+ more; the whole plan is in the log\.\n/);
  });
});

/** Every kind of token, the ones inside others too. */
function kinds(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => [
    token.type,
    ...kinds('tokens' in token ? (token.tokens ?? []) : []),
    ...(token.type === 'list'
      ? token.items.flatMap((item: Token) => kinds('tokens' in item ? (item.tokens ?? []) : []))
      : []),
  ]);
}

function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

/** The words that aren't code. */
function outsideCode(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'codespan') return '';
      if (token.type === 'list')
        return token.items
          .map((item: Token) => outsideCode('tokens' in item ? (item.tokens ?? []) : []))
          .join('\n');
      const inner = 'tokens' in token ? token.tokens : undefined;
      return inner ? outsideCode(inner) : token.raw;
    })
    .join('');
}

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

describe('a change as YAML', () => {
  it('shows both sides of a role', () => {
    const update = planned.changes.find(({ verb }) => verb === 'update-role');
    expect(update && renderYaml(update)).toEqual({
      before:
        'friendlyName: Customer\ntype: service\npermissions:\n  - editOwnUserInfo\n  - joinConversation\n',
      after:
        'friendlyName: Customer\ntype: service\npermissions:\n  - createConversation\n  - joinConversation\n',
    });
  });

  it('has a document for each change of a plan, on both sides', () => {
    const { before, after } = renderPlanYaml(planned);
    expect(before.split('---\n')).toHaveLength(planned.changes.length);
    expect(after).toContain('---\n# create-user\nidentity: dave\nattributes:\n  a:\n    - 1\n---\n');
    expect(before).toContain('---\n# create-user\n---\n');
  });
});

describe('the question before a deploy', () => {
  it('names service, account, losses and users', () => {
    expect(confirmation(planned, 'Acme')).toBe(
      'Deploy 6 changes to Support in account Acme (AC…9f2c)? Customer loses 1 permission; the default for users becomes Customer. In all, 4 users feel a change at once.',
    );
  });

  it('is short where nothing is lost, and where much is', () => {
    const gain = plan(desired(['service Guest: joinConversation createConversation']), {
      ...now,
      usersByRole: new Map(),
    });
    expect(confirmation(gain)).toBe('Deploy 1 change to Support in account AC…9f2c?');
    const crowd = live(['a', 'b', 'c', 'd', 'e'].map((name) => `conversation ${name}: sendMessage`));
    expect(confirmation(plan(desired([]), crowd, { prune: true }))).toBe(
      'Deploy 5 changes to Support in account AC…9f2c? Role a (conversation) is deleted; role b (conversation) is deleted; role c (conversation) is deleted; 2 more take something away.',
    );
  });
});

describe('guard', () => {
  const roles = (n: number, permissions: string) =>
    Array.from({ length: n }, (_, i) => `service R${i}: ${permissions}`);
  const losing = (n: number, of: number) =>
    plan(desired(roles(n, 'joinConversation')), live(roles(of, 'joinConversation createConversation')));

  it('counts a removal, a default that changes and a deletion as taking away, and nothing else', () => {
    const before = live(
      [
        'service A: joinConversation editOwnUserInfo',
        'service B: joinConversation',
        'service C: joinConversation',
      ],
      { alice: 1 },
      { defaults: { user: roleSid(2) } },
    );
    const after = desired(
      [
        'service A: joinConversation',
        'service B: joinConversation createConversation',
        'service D: joinConversation',
      ],
      { defaults: { user: 'A', creator: 'E' }, users: [{ identity: 'alice', friendlyName: 'Al' }] },
    );
    const made = plan(after, before, {
      prune: true,
      staged: [{ kind: 'delete-user', user: { identity: 'alice', sid: userSid(1) } }],
    });
    expect(guard(made).destructive.map(({ id }) => id)).toEqual([
      'update-role:service:A',
      'set-default:user',
      'delete-user:alice',
      `delete-role:service:C:${roleSid(3)}`,
    ]);
    expect(made.changes).toHaveLength(6);
  });

  it('asks for more past three tenths of ten roles', () => {
    expect(guard(losing(3, 10))).toMatchObject({ typed: false, destructive: { length: 3 } });
    expect(guard(losing(4, 10)).typed).toBe(true);
    expect(guard(losing(9, 9)).typed).toBe(false);
    expect(guard(losing(4, 10), { threshold: 0.5 }).typed).toBe(false);
  });

  it('counts users who lose something or are moved', () => {
    const users = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`u${i}`, i < 4 ? 1 : 2]));
    const crowd = live(['service A: joinConversation editOwnUserInfo', 'service B: joinConversation'], users);
    expect(guard(plan(desired(['service A: joinConversation']), crowd)).typed).toBe(true);
    expect(
      guard(plan(desired([{ ...role('service C: joinConversation'), renamedFrom: 'A' }]), crowd)).typed,
    ).toBe(true);
    expect(guard(plan(desired(['service B: joinConversation createConversation']), crowd)).typed).toBe(false);
  });
});

it('plain text has no line that a name began', () => {
  expect(plain([{ name: 'a\nb\u202e' }, ' to ', { name: 'ünï 🙂' }])).toBe('a\\u000ab\\u202e to ünï 🙂');
});
