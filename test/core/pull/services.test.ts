import { describe, expect, it } from 'vitest';
import { changesOf } from '../../support/changes-of';
import { pulled } from '../../support/pulled';
import { live, roleSid, serviceSid } from '../plan/values';

const services = `services:\n  a: ${serviceSid}\n  b: ${serviceSid.replace('11aa', '22bb')}\n`;

describe('pull of one of several services', () => {
  it('takes the pin of that service', () => {
    const existing = `${services}roles:
  - friendlyName: Agent
    type: service
    sid: { a: ${roleSid(2)}, b: ${roleSid(1)} }
    permissions: [joinConversation]
`;
    const now = live(['service Agent: addParticipant', 'service Agent: createConversation']);
    const of = (permissions: string) => existing.replace('[joinConversation]', `[${permissions}]`);
    expect(pulled(now, { existing, serviceName: 'a' })).toBe(of('createConversation'));
    expect(pulled(now, { existing, serviceName: 'b' })).toBe(of('addParticipant'));
    // Which of the two it would be is said by neither the pin nor the name.
    expect(pulled(now, { existing })).toBe(existing);
  });

  it('means by a name the role that no other entry is pinned to', () => {
    const existing = `${services}roles:
  - friendlyName: Agent
    type: service
    sid: { b: ${roleSid(9)} }
    permissions: [joinConversation]
  - friendlyName: Agent
    type: service
    sid: { a: ${roleSid(1)} }
    permissions: [joinConversation]
`;
    const now = live(['service Agent: addParticipant', 'service Agent: createConversation']);
    const text = pulled(now, { existing, serviceName: 'a' });
    expect(text).toBe(
      existing
        .replace('[joinConversation]', '[createConversation]')
        .replace('[joinConversation]', '[addParticipant]'),
    );
    expect(changesOf(text, now, 'a')).toEqual([]);
  });

  it('pins a role for that service alone', () => {
    const existing = `${services}roles:\n`;
    const now = live(['service Agent: addParticipant', 'service Agent: createConversation']);
    const text = pulled(now, { existing, addMissing: true, serviceName: 'a' });
    expect(text).toBe(`${services}roles:
  - friendlyName: Agent
    type: service
    sid: { a: ${roleSid(1)} }
    permissions:
      - addParticipant
  - friendlyName: Agent
    type: service
    sid: { a: ${roleSid(2)} }
    permissions:
      - createConversation
`);
    expect(changesOf(text, now, 'a')).toEqual([]);
  });
});
