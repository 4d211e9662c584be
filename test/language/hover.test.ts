import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../core/src';
import { hover } from '../../core/src/language/hover';
import { liveNames } from '../../core/src/language/live-names';
import { escapeMarkdown } from '../../core/src/language/markdown';

const role = `RL${'1'.repeat(32)}`;
const service = `IS${'2'.repeat(32)}`;

function withNames(name: string) {
  return liveNames([
    {
      account: `AC${'a'.repeat(32)}`,
      product: 'conversations',
      complete: true,
      services: [
        {
          sid: service,
          friendlyName: name,
          isDefault: true,
          roles: [
            {
              sid: role,
              friendlyName: name,
              type: 'service',
              permissions: ['joinConversation'],
              userCount: 41,
            },
          ],
        },
      ],
    },
  ]);
}

function at(marked: string, live = liveNames([])) {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const found = hover(parseDocument(text), offset, live);
  return found && { of: text.slice(found.span.start, found.span.end), markdown: found.markdown };
}

describe('hover', () => {
  it('explains a permission: meaning, types, the other product, status', () => {
    expect(at('roles:\n  - type: service\n    permissions: [join$0Conversation]')).toMatchInlineSnapshot(`
      {
        "markdown": "**joinConversation**: may join conversations.

      Works in \`service\` roles of Conversations.

      In Programmable Chat: \`joinChannel\`.

      [Twilio\\'s page](https://www.twilio.com/docs/conversations/api/role-resource)",
        "of": "joinConversation",
      }
    `);
    expect(
      at('roles:\n  - type: conversation\n    permissions:\n    - editOwn$0UserInfo')?.markdown,
    ).toContain('50104');
    expect(
      at('roles:\n  - type: service\n    permissions:\n    - editOwn$0UserInfo')?.markdown,
    ).not.toContain('50104');
    expect(at('roles:\n  - permissions:\n    - editOwn$0UserInfo')?.markdown).toContain(
      'In `conversation` roles',
    );
    expect(at('product: chat\nroles:\n  - permissions: [invite$0Member]')?.markdown).toContain(
      'no counterpart',
    );
  });

  it('lists what an alias brings', () => {
    const text =
      'x-a: &a\n  - sendMessage\nroles:\n  - permissions:\n      - *$0a\n      - leaveConversation\n';
    expect(at(text)).toEqual({ of: '*a', markdown: '- sendMessage' });
    expect(at('x-a: &a [sendMessage]\nroles:\n  - permissions: *$0a\n')).toEqual({
      of: '*a',
      markdown: '- sendMessage',
    });
  });

  it('explains a key', () => {
    expect(at('roles:\n  - ty$0pe: service')?.markdown).toContain('level that the role works on');
    expect(at('roles:\n  - sid:\n      sta$0ging: RL1')?.markdown).toContain('one for each service by name');
    expect(at('defa$0ults:\n  user: A')?.markdown).toContain('default roles');
  });

  it('tells what a role may do and who refers to it, from each place that names it', () => {
    const text =
      'roles:\n  - friendlyName: Agent\n    type: service\n    permissions: [joinConversation]\ndefaults:\n  user: Agent\nusers:\n  - identity: a\n    role: Agent\n';
    const places = ['friendlyName: Age', 'user: Age', 'role: Age'].map((place) =>
      at(text.replace(place, `${place}$0`)),
    );
    expect(places[0]).toMatchInlineSnapshot(`
      {
        "markdown": "**Agent** (service role)

      May:

      - joinConversation: join conversations

      Given to 1 user of this file, the default for users.",
        "of": "Agent",
      }
    `);
    expect(places.map((found) => found?.markdown)).toEqual(Array(3).fill(places[0]?.markdown));
  });

  it.each([
    ["role: 'it''$0s'", "'it''s'"],
    ['role: "it\\u0027$0s"', '"it\\u0027s"'],
    ['role: *$0n', '*n'],
  ])('knows a role by its name, however that is written: %s', (place, of) => {
    const text = `x-name: &n it's\nroles:\n  - friendlyName: it's\n    type: service\nusers:\n  - ${place}\n`;
    expect(at(text)).toEqual({ of, markdown: "**it\\'s** (service role)\n\nGiven to 1 user of this file." });
  });

  it('tells of two roles of one name each what it may do', () => {
    const role = (permission: string) =>
      `  - friendlyName: A\n    type: service\n    permissions: [${permission}]\n`;
    const text = `roles:\n${role('joinConversation')}${role('createConversation')}`;
    const last = text.lastIndexOf('A\n');
    expect(at(`${text.slice(0, last)}$0${text.slice(last)}`)?.markdown).toContain('createConversation');
  });

  it('explains the key where a role has no name that can be read', () => {
    const broken = 'roles:\n  - type: service\n    friendlyName: "Age$0nt\n    permissions: []\n';
    expect(at(broken)?.markdown).toContain("The role's name, 1 to 64 characters");
  });

  it('shows the beginning of a name without end', () => {
    const text = `roles:\n  - friendlyName: $0${'x'.repeat(5000)}\n    type: service\n    permissions: [${'y'.repeat(5000)}]\n`;
    expect(at(text)?.markdown).toBe(`**${'x'.repeat(79)}…** (service role)\n\nMay:\n\n- ${'y'.repeat(79)}…`);
  });

  it('tells what a SID is, and what it is called live', () => {
    const text = `service: ${service}\nroles:\n  - friendlyName: Agent\n    type: service\n    sid: ${role}\n    permissions: []\n`;
    const marked = text.replace(role, `${role.slice(0, 9)}$0${role.slice(9)}`);
    expect(at(marked)).toMatchInlineSnapshot(`
      {
        "markdown": "SID of a role

      Pins Agent of this file.",
        "of": "RL11111111111111111111111111111111",
      }
    `);
    expect(at(marked, withNames('Support'))).toMatchInlineSnapshot(`
      {
        "markdown": "**Support** (live role)

      service role, 1 permission, 41 users.

      In Support.

      Pins Agent of this file.",
        "of": "RL11111111111111111111111111111111",
      }
    `);
  });

  it.each(['# commen$0t', 'roles:\n  - friendlyName: A\n$0', 'roles:\n  - permissions: [frob$0nicate]'])(
    'says nothing where there is nothing to say: %j',
    (marked) => {
      expect(at(marked)).toBeUndefined();
    },
  );

  it('explains a file in flow style', () => {
    const text = '{"roles": [{"friendlyName": "A", "type": "service", "permissions": ["joinConversation"]}]}';
    expect(at(text.replace('roles', 'ro$0les'))?.markdown).toContain('roles that the file manages');
    expect(at(text.replace('"type', '"ty$0pe'))?.markdown).toContain('level that the role works on');
    expect(at(text.replace('"join', '"join$0'))?.markdown).toContain('may join conversations');
    expect(at(text.replace('"A', '"A$0'))?.markdown).toContain('service role');
  });

  it('explains what a broken entry still tells', () => {
    expect(at('roles:\n  - friendlyName: "A\n    permissions: [send$0Message')?.markdown).toContain(
      'may send text messages',
    );
  });
});

describe('names in Markdown', () => {
  const render = (markdown: string) => marked.parse(markdown, { async: false, gfm: true });
  const nastyName = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '[x](y)',
          '<b>',
          '`',
          '**',
          'https://a.b',
          'www.a.b',
          'a@b.c',
          '\\',
          '&lt;',
          '|',
          '\n# ',
          '\n- ',
          '$1',
          '~~',
          '_',
          '1. ',
          '://',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''));

  it('show as what they are, and do nothing', () => {
    fc.assert(
      fc.property(nastyName, (name) => {
        const html = render(`before ${escapeMarkdown(name)} after`);
        expect(html).not.toMatch(/<(?!\/?p>)/);
        expect(shown(html)).toBe(`before ${name.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')} after`);
      }),
    );
  });

  it.each([
    '[click](command:workbench.action.quit)',
    '<img src=x onerror=alert(1)>',
    '![](https://evil.example/x.png)',
    'https://evil.example www.evil.example a@evil.example',
    '`code` **bold** ~~gone~~ | table |',
    '# heading\n\n- list\n1. one',
    '&lt;b&gt; &amp; \\*',
    '[x]: https://evil.example\n[x]',
    '$(trash) $0',
    '<!-- hidden -->',
  ])('%j', (name) => {
    expect(shown(render(escapeMarkdown(name)))).toBe(name.replaceAll(/\s+/g, ' '));
    const hovered =
      at(`service: ${service.slice(0, 5)}$0${service.slice(5)}`, withNames(name))?.markdown ?? '';
    expect(render(hovered)).not.toMatch(/<(a|img|script|h1|ul|code)\b/);
  });
});

/** What a reader of the HTML sees. */
function shown(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}
