import { describe, expect, it } from 'vitest';
import { networkOptions } from '../../../client/src/session/network';

/** VS Code's settings with their own defaults, and these. */
function settings(set: Readonly<Record<string, unknown>> = {}) {
  const all: Readonly<Record<string, unknown>> = {
    proxy: '',
    noProxy: [],
    proxySupport: 'override',
    proxyStrictSSL: true,
    systemCertificates: true,
    ...set,
  };
  // The settings are of the types that VS Code declares for them.
  return { get: <T>(key: string) => all[key] as T };
}

const inherited = { HTTPS_PROXY: 'http://inherited.example:1', NO_PROXY: 'a.example,b.example' };
const set = { proxy: 'http://set.example:2', noProxy: ['c.example'] };

describe('the network of the extension', () => {
  it("trusts the system's certificates, with a proxy and without one, unless that is off", () => {
    expect(networkOptions(settings(), {})).toEqual({
      proxy: { noProxy: [], strictSSL: true },
      certificates: 'system',
    });
    expect(networkOptions(settings(set), {}).certificates).toBe('system');
    expect(networkOptions(settings({ systemCertificates: false }), {})).not.toHaveProperty('certificates');
  });

  it('goes through the proxy of the settings, and strict SSL is as they say', () => {
    expect(networkOptions(settings({ ...set, proxyStrictSSL: false }), inherited).proxy).toEqual({
      url: 'http://set.example:2',
      noProxy: ['c.example'],
      strictSSL: false,
    });
  });

  it('inherits from the environment what the settings leave out, as VS Code does', () => {
    expect(networkOptions(settings(), inherited).proxy).toEqual({
      url: 'http://inherited.example:1',
      noProxy: ['a.example', 'b.example'],
      strictSSL: true,
    });
  });

  it('has no proxy where proxy support is off', () => {
    for (const proxy of [settings({ ...set, proxySupport: 'off' }), settings({ proxySupport: 'off' })]) {
      expect(networkOptions(proxy, inherited).proxy).not.toHaveProperty('url');
    }
  });
});
