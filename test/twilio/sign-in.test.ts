import { describe, expect, it } from 'vitest';
import { parseTwilioCliConfig, signInFromEnvironment } from '../../core/src/twilio/sign-in';

const account = `AC${'0'.repeat(32)}`;

describe('signInFromEnvironment', () => {
  it('prefers an API key to the auth token', () => {
    expect(
      signInFromEnvironment({
        TWILIO_ACCOUNT_SID: account,
        TWILIO_API_KEY: 'key',
        TWILIO_API_SECRET: 'secret',
        TWILIO_AUTH_TOKEN: 'token',
      }),
    ).toEqual({ signIn: { accountSid: account, credentials: { apiKey: 'key', apiSecret: 'secret' } } });
  });

  it('takes the auth token, region and edge', () => {
    expect(
      signInFromEnvironment({
        TWILIO_ACCOUNT_SID: account,
        TWILIO_AUTH_TOKEN: 'token',
        TWILIO_REGION: 'ie1',
        TWILIO_EDGE: 'dublin',
      }),
    ).toEqual({
      signIn: { accountSid: account, credentials: { authToken: 'token' }, region: 'ie1', edge: 'dublin' },
    });
  });

  it.each([
    [{}, 'TWILIO_ACCOUNT_SID is not set.'],
    [{ TWILIO_ACCOUNT_SID: account }, 'Neither TWILIO_API_KEY'],
    [{ TWILIO_ACCOUNT_SID: account, TWILIO_API_KEY: 'key' }, 'TWILIO_API_SECRET is not. Set both.'],
    [{ TWILIO_ACCOUNT_SID: 'ACnope', TWILIO_AUTH_TOKEN: 'token' }, '"ACnope" where an account SID belongs'],
    [
      { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: 'token', TWILIO_REGION: 'ie1' },
      'TWILIO_REGION is set and TWILIO_EDGE is not. Set both, for instance to ie1 and dublin, or neither.',
    ],
    [
      { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: 'token', TWILIO_EDGE: 'dublin' },
      'TWILIO_EDGE is set and TWILIO_REGION is not.',
    ],
  ])('says what is missing in %o', (environment, sentence) => {
    expect(signInFromEnvironment(environment)).toEqual({ missing: expect.stringContaining(sentence) });
  });
});

describe('parseTwilioCliConfig', () => {
  it('reads profiles and the active one', () => {
    const config = parseTwilioCliConfig(
      JSON.stringify({
        activeProject: 'work',
        profiles: {
          work: { accountSid: account, apiKey: 'key', apiSecret: 'secret' },
          old: { accountSid: account },
        },
      }),
    );
    expect(config?.active).toBe('work');
    expect(config?.profiles.get('work')).toEqual({
      signIn: { accountSid: account, credentials: { apiKey: 'key', apiSecret: 'secret' } },
    });
    expect(config?.profiles.get('old')).toEqual({
      missing: expect.stringContaining('twilio login --profile old'),
    });
  });

  it('takes the region of the plain host for none', () => {
    const profile = { accountSid: account, apiKey: 'key', apiSecret: 'secret', region: 'us1' };
    expect(
      parseTwilioCliConfig(JSON.stringify({ profiles: { work: profile } }))?.profiles.get('work'),
    ).toEqual({
      signIn: { accountSid: account, credentials: { apiKey: 'key', apiSecret: 'secret' } },
    });
  });

  it.each([
    [{ region: 'ie1' }, 'dublin', { region: 'ie1', edge: 'dublin' }],
    [{ region: 'au1', edge: 'sydney' }, 'dublin', { region: 'au1', edge: 'dublin' }],
    [{ region: 'au1', edge: 'sydney' }, '', { region: 'au1', edge: 'sydney' }],
    // It says nothing of a profile that has no region: that one speaks to the plain host.
    [{}, 'dublin', {}],
  ])('takes the edge of %o from the environment first, %j', (place, TWILIO_EDGE, found) => {
    const profile = { accountSid: account, apiKey: 'key', apiSecret: 'secret', ...place };
    const config = parseTwilioCliConfig(JSON.stringify({ profiles: { work: profile } }), { TWILIO_EDGE });
    expect(config?.profiles.get('work')).toEqual({
      signIn: { accountSid: account, credentials: { apiKey: 'key', apiSecret: 'secret' }, ...found },
    });
  });

  it.each([
    [{ region: 'ie1' }, 'Profile "work" has the region "ie1" and no edge. Set TWILIO_EDGE to one'],
    [{ edge: 'dublin' }, 'Profile "work" has the edge "dublin" and no region. Create it anew with both'],
  ])('refuses %o, and says what to do', (place, sentence) => {
    const profile = { accountSid: account, apiKey: 'key', apiSecret: 'secret', ...place };
    const config = parseTwilioCliConfig(JSON.stringify({ profiles: { work: profile } }));
    expect(config?.profiles.get('work')).toEqual({ missing: expect.stringContaining(sentence) });
  });

  it.each(['', '[', '3', 'null'])('makes nothing of %o', (text) => {
    expect(parseTwilioCliConfig(text)).toBeUndefined();
  });
});
