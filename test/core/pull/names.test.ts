import { describe, expect, it } from 'vitest';
import { changesOf } from '../../support/changes-of';
import { pulled } from '../../support/pulled';
import { live, roleSid, serviceSid } from '../plan/values';
import { liveUsers } from './live-users';

describe('a name that YAML takes for a number or a truth', () => {
  it('is the identity of the user who is there already', () => {
    const existing = `service: ${serviceSid}
users:
  - identity: +4915112345678
    friendlyName: Old
`;
    const now = liveUsers({ '+4915112345678': { friendlyName: 'New' } });
    const text = pulled(now, { existing, users: ['+4915112345678'] });
    expect(text).toBe(existing.replace('Old', 'New'));
    expect(changesOf(text, now)).toEqual([]);
  });

  it.each(['007', '00123', '0x1F', 'true', '1e3', '.5', '2026-11-21'])(
    'is the name of the role %s that is there already',
    (name) => {
      const existing = `service: ${serviceSid}
roles:
  - friendlyName: ${name}
    type: service
    permissions: [joinConversation]
defaults:
  user: ${name}
users:
  - identity: ${name}
    friendlyName: ${name}
    role: ${name}
`;
      const { roles } = live([`service ${name}: joinConversation createConversation`]);
      const fields = { friendlyName: name, roleSid: roleSid(1) };
      const now = { ...liveUsers({ [name]: fields }), roles, defaults: { user: roleSid(1) } };
      const text = pulled(now, { existing, addMissing: true, users: [name] });
      expect(text).toBe(existing.replace('[joinConversation]', '[joinConversation, createConversation]'));
      expect(changesOf(text, now)).toEqual([]);
    },
  );

  it('is a key of attributes', () => {
    const existing = `users:
  - identity: bob
    attributes:
      007: Bond # James
      0x1F: hex
`;
    const now = liveUsers({ bob: { attributes: '{"007":"Bourne","0x1F":"hex"}' } });
    expect(pulled(now, { existing })).toBe(existing.replace('Bond', 'Bourne'));
  });
});
