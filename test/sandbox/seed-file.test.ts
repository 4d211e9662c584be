import { describe, expect, it } from 'vitest';
import { plantSeed } from '../../server/src/sandbox/seed';
import { parseSeed } from '../../server/src/sandbox/seed-file';

const service = (fields: object): string => JSON.stringify({ services: [{ friendlyName: 'S', ...fields }] });

describe('a seed file', () => {
  it.each([
    ['{', "s.json isn't JSON: "],
    ['[]', "s.json: the seed isn't an object."],
    ['{}', "s.json: the seed.services isn't a list."],
    ['{"services":[{}]}', "s.json: services[0].friendlyName isn't a text."],
    [
      service({ roles: [{ friendlyName: 'R', type: 'channel', permissions: [] }] }),
      's.json: services[0].roles[0].type is "channel"; write conversation or service.',
    ],
    [
      service({ roles: [{ friendlyName: 'R', type: 'service', permissions: ['sendMessage'] }] }),
      's.json: services[0].roles[0]: a service role has no permission "sendMessage".',
    ],
    [
      service({ users: [{ identity: `US${'0'.repeat(32)}` }] }),
      "services[0].users[0].identity looks like a user's SID.",
    ],
  ])('%s is refused', (text, message) => {
    expect(() => parseSeed(text, 's.json')).toThrow(message);
  });

  it('may not name a role that is not there', () => {
    const seed = parseSeed(service({ users: [{ identity: 'a', role: 'Nobody' }] }), 's.json');
    expect(() => plantSeed(seed, 1)).toThrow('The seed\'s service "S" has no service role "Nobody".');
  });
});
