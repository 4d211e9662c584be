import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import {
  confirmation,
  nothing,
  plain,
  plan,
  renderComment,
  renderMarkdown,
  renderPlanYaml,
  renderReport,
  renderReportText,
  renderText,
  renderYaml,
} from '../../../core/src/plan';
import { now, planned } from './example-plan';
import { desired, live } from './values';

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
});

describe('a plan as a comment on a pull request', () => {
  const many = desired(
    Array.from({ length: 3000 }, (_, n) => `service Role ${n}: joinConversation createConversation`),
  );

  it('fits, however much changes, and is whole as a page of its own', () => {
    const crowd = live(
      Array.from({ length: 3000 }, (_, n) => `service ${'`'.repeat(n % 30)}Old ${n}: joinConversation`),
    );
    const text = renderComment(plan(many, crowd));
    expect(renderComment(plan(nothing('conversations'), crowd)).length).toBeLessThan(65_536);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/- and \d+ more; the whole plan is in the log\.\n/);
    expect(renderMarkdown(plan(many, crowd)).match(/^- `\+` `Role \d+` \(service\)$/gm)).toHaveLength(3000);
  });

  it('is the whole plan where there is room for it', () => {
    expect(renderComment(planned)).toBe(renderMarkdown(planned));
  });

  it('keeps what takes something away where there is no room for all, in the order of the plan', () => {
    const old = live(['service Old: joinConversation', 'service Older: joinConversation']);
    const lines = renderComment(plan(many, old, { prune: true })).split('\n');
    expect(lines.filter((line) => line.startsWith('- ')).slice(-3)).toEqual([
      '- `-` `Old` (service)',
      '- `-` `Older` (service)',
      expect.stringMatching(/^- and \d+ more; the whole plan is in the log\.$/),
    ]);
    expect(lines).toContain('- `+` `Role 0` (service)');
  });

  it('counts what takes something away and has no room either', () => {
    const old = live(Array.from({ length: 3000 }, (_, n) => `service Old ${n}: joinConversation`));
    const pruned = renderComment(plan(desired(['service New: joinConversation']), old, { prune: true }));
    const [, more, losses] = /- and (\d+) more, (\d+) of which take something away;/.exec(pruned) ?? [];
    expect(Number(more) - Number(losses)).toBe(1);
    expect(pruned).not.toContain('New');
  });

  it('shortens a value that would fill it alone', () => {
    const attributes = `{"a":"${'x'.repeat(30_000)}"}`;
    const wanted = desired([], { users: [{ identity: 'dave', attributes }] });
    expect(
      renderComment(plan(wanted, live([])))
        .split('\n')
        .slice(2, 4),
    ).toEqual([
      '- `+` `dave` (user)',
      `  - attributes: \`{"a":"${'x'.repeat(994)}\` and 29008 more characters, in the log`,
    ]);
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

  it('shows numbers with all their digits', () => {
    const [bob] = live([], { bob: 1 }).users;
    if (!bob) throw new Error('Not seeded.');
    const now = live([], {}, { users: [{ ...bob, attributes: '{"crm":9007199254740993}' }] });
    const wanted = desired([], { users: [{ identity: 'bob', attributes: '{"crm":9007199254740992}' }] });
    expect(plan(wanted, now).changes.map(renderYaml)).toEqual([
      {
        before: `identity: bob\nattributes: '{"crm":9007199254740993}'\n`,
        after: 'identity: bob\nattributes:\n  crm: 9007199254740992\n',
      },
    ]);
  });

  it('has a document for each change of a plan, on both sides', () => {
    const { before, after } = renderPlanYaml(planned);
    expect(before.split('---\n')).toHaveLength(planned.changes.length);
    expect(after).toContain('---\n# create-user\nidentity: dave\nattributes:\n  a:\n    - 1\n---\n');
    expect(before).toContain('---\n# create-user\n---\n');
  });
});

it('plain text has no line that a name began', () => {
  expect(plain([{ name: 'a\nb\u202e' }, ' to ', { name: 'ünï 🙂' }])).toBe('a\\u000ab\\u202e to ünï 🙂');
});
