import { describe, expect, it } from 'vitest';
import { accountLabel, accountName, parseAccounts } from '../../../client/src/session/account';
import { isLoopback, sandboxFrom } from '../../../client/src/session/environment';
import type { AccountSid } from '../../../core/src';

const accountSid = 'AC00000000000000000000000000009f2c' as AccountSid;
const acme = { id: accountSid, name: 'Acme', accountSid, credentials: { authToken: 't' } };

describe('an account', () => {
  it('is called by its name, its SID and its region', () => {
    expect(accountLabel(acme)).toBe('Acme (AC…9f2c)');
    expect(accountLabel({ ...acme, region: 'ie1' })).toBe('Acme (AC…9f2c, ie1)');
    expect(accountLabel({ ...acme, name: '' })).toBe('AC…9f2c');
    expect(accountName({ ...acme, name: '' })).toBe('AC…9f2c');
  });

  it('comes back from what was stored', () => {
    expect(parseAccounts(JSON.stringify([acme]))).toEqual([acme]);
  });

  it.each([
    undefined,
    '',
    'no json',
    '{}',
    '[1]',
    '[null]',
    JSON.stringify([{ ...acme, accountSid: 'AC1' }]),
  ])('is left out where it can’t be read: %s', (text) => {
    expect(parseAccounts(text)).toEqual([]);
  });
});

describe('a sandbox', () => {
  const given = {
    TWILIO_ROLES_SANDBOX_URL: 'http://127.0.0.1:4010',
    TWILIO_ROLES_SANDBOX_ACCOUNT: accountSid,
    TWILIO_ROLES_SANDBOX_TOKEN: 'token',
  };

  it('is taken from the environment', () => {
    expect(sandboxFrom(given)).toEqual({
      id: 'sandbox',
      name: 'Sandbox',
      accountSid,
      credentials: { authToken: 'token' },
      sandbox: 'http://127.0.0.1:4010',
    });
  });

  it.each([
    'https://conversations.twilio.com',
    'http://127.0.0.1.evil.example:4010',
    'http://user@evil.example',
    'http://0.0.0.0:4010',
    'file:///etc/passwd',
    'nowhere',
  ])('is never at %s', (url) => {
    expect(isLoopback(url)).toBe(false);
    expect(sandboxFrom({ ...given, TWILIO_ROLES_SANDBOX_URL: url })).toBeUndefined();
  });

  it.each(['http://127.0.0.1:1', 'http://localhost:1', 'http://[::1]:1'])('may be at %s', (url) => {
    expect(isLoopback(url)).toBe(true);
  });
});
