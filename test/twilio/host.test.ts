import { describe, expect, it } from 'vitest';
import { connect } from '../../core/src/twilio/connect';
import type { ConnectOptions } from '../../core/src/twilio/options';
import { base, conversations, mockTwilio, page, role, signIn } from '../support/mock-twilio';
import { collect } from '../support/twilio';

describe('options', () => {
  it.each<[string, Partial<ConnectOptions>]>([
    ['a region alone', { region: 'ie1' }],
    ['an edge alone', { edge: 'dublin' }],
    ['a region that ends in another domain', { region: 'ie1.evil.example/', edge: 'dublin' }],
    ['an edge with a dot', { region: 'ie1', edge: 'a.b' }],
    ['an edge that leaves the host', { region: 'ie1', edge: 'x@evil.example/' }],
    ['an empty region and edge', { region: '', edge: '' }],
    ['a sandbox elsewhere', { sandbox: 'http://sandbox.example:80' }],
    ['a sandbox whose name begins like this machine', { sandbox: 'http://127.0.0.1.evil.example' }],
    ['a sandbox behind a user', { sandbox: 'http://127.0.0.1@evil.example' }],
    ['a sandbox by https', { sandbox: 'https://127.0.0.1:8080' }],
    ['a sandbox with a path', { sandbox: 'http://127.0.0.1:8080/v1' }],
    ['a sandbox that is no URL', { sandbox: '127.0.0.1:8080' }],
  ])('refuse %s', (_, options) => {
    expect(() => connect({ ...signIn, ...options })).toThrow(
      expect.objectContaining({ kind: 'configuration' }),
    );
  });

  it('say what to write instead', () => {
    expect(() => connect({ ...signIn, region: 'ie1' })).toThrow(
      "Couldn't connect to Twilio: a region was given alone. Give both region and edge, for instance ie1 and dublin, or neither.",
    );
  });

  it('give the host its edge and region', async () => {
    const mock = mockTwilio({ region: 'ie1', edge: 'dublin' }, 'https://conversations.dublin.ie1.twilio.com');
    mock.answer('GET', `${base}/Roles?PageSize=50`, 200, page('roles', [role()]));
    expect(await collect((await mock.service()).roles())).toHaveLength(1);
  });
});

describe('a link to the next page', () => {
  it.each([
    'http://conversations.twilio.com/v1/Roles?Page=1',
    'https://evil.example/v1/Roles?Page=1',
    'https://conversations.twilio.com.evil.example/v1/Roles?Page=1',
    'https://evil-conversations.twilio.com/v1/Roles?Page=1',
    'https://evilconversations.twilio.com/v1/Roles',
    'https://conversations.eviltwilio.com/v1/Roles',
    'https://conversations.twilio.com@evil.example/v1/Roles',
    'https://user:password@conversations.twilio.com/v1/Roles',
    'https://conversations.twilio.com:8443/v1/Roles',
    'https://conversations.twilio.com./v1/Roles',
    'https:\\\\evil.example\\conversations.twilio.com/v1/Roles',
    'https://chat.twilio.com/v1/Roles',
    'https://api.twilio.com/v1/Roles',
    'https://twilio.com/v1/Roles',
    'https://conversations.dublin.twilio.com/v1/Roles',
    'https://conversations.evil.dublin.ie1.twilio.com/v1/Roles',
    'https://conversations..ie1.twilio.com/v1/Roles',
    'https://соnversations.twilio.com/v1/Roles',
    'https://127.0.0.1/v1/Roles',
    'http://127.0.0.1:8080/v1/Roles',
    '//evil.example/v1/Roles',
    '/v1/Roles?Page=1',
    'javascript:alert(1)',
    'file:///etc/passwd',
  ])('is not followed to %s', async (link) => {
    const mock = mockTwilio();
    mock.answer('GET', `${base}/Roles?PageSize=50`, 200, page('roles', [role()], link));
    const service = await mock.service();
    await expect(collect(service.roles())).rejects.toMatchObject({ kind: 'untrusted-host' });
    expect(mock.calls()).toEqual([`GET ${conversations}${base}/Roles?PageSize=50`]);
  });

  it.each([
    'https://conversations.twilio.com',
    'https://CONVERSATIONS.twilio.com:443',
    'https://conversations.dublin.ie1.twilio.com',
  ])('to %s is followed on the host that was asked', async (origin) => {
    const mock = mockTwilio();
    const next = `${base}/Roles?PageSize=50&Page=1&PageToken=PTx%2By`;
    mock.answer('GET', `${base}/Roles?PageSize=50`, 200, page('roles', [role()], origin + next));
    mock.answer('GET', next, 200, page('roles', [role({ sid: `RL${'2'.repeat(32)}` })]));
    expect(await collect((await mock.service()).roles())).toHaveLength(2);
    expect(mock.calls()).toEqual([
      `GET ${conversations}${base}/Roles?PageSize=50`,
      `GET ${conversations}${next}`,
    ]);
  });

  it('of a sandbox is not followed off this machine', async () => {
    const origin = 'http://127.0.0.1:8080';
    const mock = mockTwilio({ sandbox: origin }, origin);
    mock.answer(
      'GET',
      `${base}/Roles?PageSize=50`,
      200,
      page('roles', [role()], 'https://conversations.twilio.com/v1/Roles'),
    );
    const service = await mock.service();
    await expect(collect(service.roles())).rejects.toMatchObject({ kind: 'untrusted-host' });
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('of status %i is never followed', async (status) => {
    const mock = mockTwilio();
    mock.answer('GET', `${base}/Roles?PageSize=50`, status, '', {
      location: `${conversations}${base}/Users`,
    });
    const service = await mock.service();
    await expect(collect(service.roles())).rejects.toMatchObject({ kind: 'untrusted-host', status });
    expect(mock.calls()).toHaveLength(1);
  });
});
