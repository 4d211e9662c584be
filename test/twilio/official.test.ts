/** Twilio's own package for Node does on the sandbox what our client does, and sees the same. */
import type twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../server/src/sandbox/sandbox';
import { createOfficialClient } from '../support/official';
import { collect, connectTo } from '../support/twilio';

let sandbox: Sandbox;
let official: twilio.Twilio;

beforeAll(async () => {
  sandbox = await startSandbox();
  official = createOfficialClient(sandbox);
});
afterAll(() => sandbox.close());

describe('Conversations', () => {
  it('lists what our client lists', async () => {
    const service = await connectTo(sandbox).service('conversations', 'default');
    const roles = await official.conversations.v1.roles.list();
    const users = await official.conversations.v1.users.list({ pageSize: 20 });
    expect(
      roles.map(({ sid, friendlyName, type, permissions }) => ({ sid, friendlyName, type, permissions })),
    ).toEqual(service && (await collect(service.roles())));
    expect(users.map(({ sid }) => sid)).toEqual(
      service && (await collect(service.users())).map(({ sid }) => sid),
    );
    expect(users).toHaveLength(88);
  });

  it('creates, updates and deletes roles and users of a named service', async () => {
    const [, sales] = await official.conversations.v1.services.list();
    if (!sales) throw new Error('The sandbox has one service only.');
    const service = official.conversations.v1.services(sales.sid);
    const role = await service.roles.create({
      friendlyName: 'Auditor',
      type: 'service',
      permission: ['joinConversation', 'createConversation'],
    });
    expect(role.permissions).toEqual(['joinConversation', 'createConversation']);
    expect((await service.roles(role.sid).update({ permission: ['joinConversation'] })).permissions).toEqual([
      'joinConversation',
    ]);

    const user = await service.users.create({
      identity: 'eve+1@example.com',
      roleSid: role.sid,
      attributes: '{"a":1}',
    });
    expect((await service.users('eve+1@example.com').fetch()).sid).toBe(user.sid);
    expect((await service.users(user.sid).update({ friendlyName: 'E' })).friendlyName).toBe('E');

    const before = await service.configuration().fetch();
    const after = await service.configuration().update({ defaultChatServiceRoleSid: role.sid });
    expect(after.defaultChatServiceRoleSid).toBe(role.sid);
    expect(after.defaultConversationRoleSid).toBe(before.defaultConversationRoleSid);
    await service.configuration().update({ defaultChatServiceRoleSid: before.defaultChatServiceRoleSid });

    expect(await service.users(user.sid).remove()).toBe(true);
    expect(await service.roles(role.sid).remove()).toBe(true);
    await expect(service.roles(role.sid).fetch()).rejects.toMatchObject({ status: 404, code: 50100 });
  });

  it('hears the refusals that Twilio gives', async () => {
    await expect(
      official.conversations.v1.roles.create({
        friendlyName: 'X',
        type: 'conversation',
        permission: ['createConversation'],
      }),
    ).rejects.toMatchObject({ status: 400, code: 50104 });
    await expect(official.conversations.v1.services('IS404').fetch()).rejects.toMatchObject({ status: 404 });
    await expect(official.chat.v2.services('IS404').fetch()).rejects.toMatchObject({ status: 403 });
    await expect(createOfficialClient(sandbox, 'wrong').conversations.v1.roles.list()).rejects.toMatchObject({
      status: 401,
      code: 20003,
    });
  });
});

describe('Chat', () => {
  it('sees the same services, roles and users in its own words', async () => {
    const [first] = await official.chat.v2.services.list();
    if (!first) throw new Error('The sandbox has no service.');
    const support = official.chat.v2.services(first.sid);
    const roles = await support.roles.list();
    expect(roles.map(({ friendlyName, type }) => `${type} ${friendlyName}`)).toEqual([
      'deployment service admin',
      'deployment service user',
      'channel channel admin',
      'channel channel user',
      'deployment Agent',
      'deployment Guest',
      'channel Supervisor',
      'channel Customer',
    ]);
    const role = await support.roles.create({
      friendlyName: 'Inviter',
      type: 'channel',
      permission: ['inviteMember', 'addMember'],
    });
    expect(role.permissions).toEqual(['inviteMember', 'addMember']);
    // What has no counterpart in Conversations isn't shown there.
    const seen = await official.conversations.v1.roles(role.sid).fetch();
    expect([seen.type, seen.permissions]).toEqual(['conversation', ['addParticipant']]);
    expect((await support.update({ defaultChannelRoleSid: role.sid })).defaultChannelRoleSid).toBe(role.sid);
  });
});
