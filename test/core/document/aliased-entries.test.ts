import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  check,
  convertToConversations,
  desired,
  editDocument,
  parseDocument,
  type RolesDocument,
} from '../../../core/src';
import { inlayHints } from '../../../core/src/language/inlay-hints';
import { liveNames } from '../../../core/src/language/live-names';
import { renamable, rename } from '../../../core/src/language/rename';
import { exampleLive } from '../../../core/src/rules/parts/example-live';
import { redrawn, undrawn } from '../../support/carets';

describe('an entry that is an alias', () => {
  it('is spoken of where the alias is, and mended where it is written', () => {
    const fixture = `
x-role: &b
  friendlyName: Alpha
  type: conversation
  permissions: [sendMesage]
roles:
  - *b
#   ^^ unknown-permission: Unknown permission "sendMesage" (from *b); did you mean "sendMessage"?
  - friendlyName: Other
    type: service
    permissions: [joinConversation]
`;
    expect(redrawn(fixture)).toBe(fixture);
    expect(check(parseDocument(fixture)).flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });

  it('is a duplicate of its anchor, and a user of it is one at the alias', () => {
    const fixture = `
x-user: &u { identity: alice, role: Nobody }
roles:
  - &b { friendlyName: Alpha, type: service, permissions: [joinConversation] }
  - *b
#   ^^ duplicate-role: The file already has a role "Alpha" of this type; merge the two, or rename one
users:
  - *u
#   ^^ unknown-role: The file has no service role "Nobody"; add it under "roles", or write its RL SID
  - identity: bob
    friendlyName: Bob the Builder
`;
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('is the same wherever its anchor moves to', () => {
    const text = `x-user: &u
  identity: alice
  attributes: { team: billing }
users:
  - *u
`;
    const entryOf = ({ users: [user] }: RolesDocument) => user?.entry;
    const edited = editDocument(parseDocument(text), [{ start: 0, end: 0, newText: '# Ours\n' }]);
    expect(entryOf(edited)).toEqual(entryOf(parseDocument(`# Ours\n${text}`)));
    expect(desired(edited)).toMatchObject({
      desired: { users: [{ identity: 'alice', attributes: '{"team":"billing"}' }] },
    });
  });

  it('changes its name with its anchor, and nothing else does', () => {
    const text = `roles:
  - &b
    friendlyName: Alpha
    type: service
    permissions: [joinConversation]
  - *b
  - friendlyName: Other
    type: service
    permissions: [joinConversation]
`;
    const document = parseDocument(text);
    const result = rename(document, text.indexOf('Alpha'), 'Beta');
    expect('edits' in result && applyEdits(text, result.edits)).toBe(text.replace('Alpha', 'Beta'));
    expect(renamable(document, text.indexOf('*b'))).toBeUndefined();
    expect(rename(document, text.indexOf('*b'), 'Beta')).toEqual({
      refusal: 'There is no name of a role here',
    });
  });

  it('has no name to change where it is only an alias', () => {
    const text = `x-role: &b { friendlyName: Alpha, type: service, permissions: [joinConversation] }
roles:
  - *b
users:
  - identity: alice
    role: Alpha
`;
    expect(renamable(parseDocument(text), text.lastIndexOf('Alpha'))).toBeUndefined();
  });

  it('is converted where it is written, as far as its lists go', () => {
    const text = `x-role: &b
  friendlyName: Alpha
  type: deployment
  permissions: [joinChannel]
roles:
  - *b
  - friendlyName: Other
    type: service
    permissions: [joinConversation]
`;
    expect(applyEdits(text, convertToConversations(parseDocument(text)))).toBe(
      text.replace('joinChannel', 'joinConversation'),
    );
  });
});

describe('pins that are an alias', () => {
  const fixture = `
services: { staging: IS11111111111111111111111111111111 }
x-pins: &pins { staging: RL11111111111111111111111111111111 }
roles:
  - friendlyName: A
    type: service
    sid: *pins
    permissions: [joinConversation]
  - friendlyName: B
    type: service
    sid: *pins
#        ^^^^^ duplicate-role: Another role is pinned to "RL11111111111111111111111111111111"; merge the two, or correct one of the SIDs
    permissions: [joinConversation]
`;

  it('are found twice where they are used twice', () => {
    expect(redrawn(fixture)).toBe(fixture);
  });

  it('have their live name after the alias', () => {
    const text = undrawn(fixture);
    const live = liveNames(exampleLive(['RL11111111111111111111111111111111', 'Agent']));
    const hints = inlayHints(parseDocument(text), { start: 0, end: text.length }, live);
    const lines = hints.map(
      ({ offset, text: name }) => `${text.slice(0, offset).split('\n').at(-1)} ${name}`,
    );
    expect(lines).toEqual(['    sid: *pins Agent', '    sid: *pins Agent']);
  });
});
