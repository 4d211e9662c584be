import { describe, expect, it, vi } from 'vitest';
import {
  accountSid,
  apiKeySid,
  apiSecret,
  authToken,
  edgeAndRegion,
} from '../../../client/src/session/validate';

vi.mock('vscode', () => import('../../support/vscode'));

const hex = '0123456789abcdef0123456789abcdef';

describe('what is typed at sign-in', () => {
  it.each([
    ['an account SID', accountSid, `AC${hex}`],
    ['an API key', apiKeySid, `SK${hex}`],
    ['a secret', apiSecret, 'aB3-_x'],
    ['an auth token', authToken, hex],
    ['an edge and a region', edgeAndRegion, 'dublin ie1'],
  ])('is right: %s', (_, validate, text) => {
    expect(validate(text)).toBeUndefined();
  });

  it.each([
    [accountSid, '', 'Enter a SID that begins with AC.'],
    [accountSid, 'S', '"S" isn’t the beginning of such a SID: it begins with AC.'],
    [accountSid, `SK${hex}`, '"SK" isn’t the beginning of such a SID: it begins with AC.'],
    [accountSid, 'A', 'A SID has 34 characters; this one has 1.'],
    [accountSid, 'AC12x', '"x" can’t be in a SID: after AC come digits and letters a to f.'],
    [apiKeySid, `SK${hex}0`, 'A SID has 34 characters; this one has 35.'],
    [apiSecret, 'a b', 'A secret has no spaces.'],
    [authToken, hex.slice(1), 'An auth token has 32 characters; this one has 31.'],
    [authToken, 'xyz', 'An auth token has digits and letters a to f only.'],
    [edgeAndRegion, 'ie1', 'Enter an edge and a region, for example "dublin ie1".'],
    [edgeAndRegion, 'evil.example/ ie1', 'Enter an edge and a region, for example "dublin ie1".'],
    [edgeAndRegion, 'dublin ie1.evil', 'Enter an edge and a region, for example "dublin ie1".'],
  ])('is wrong, and says how: %#', (validate, text, message) => {
    expect(validate(text)).toBe(message);
  });

  it('repeats no secret', () => {
    expect(apiSecret('my secret')).not.toContain('my');
    expect(authToken('zzzz')).not.toContain('z');
  });
});
