import { parseArgs } from 'node:util';
import { type FaultRates, faultKinds, isFaultKind } from './fault';

export const usage = `A local Twilio: services, roles and users of Conversations v1 and Chat v2, on this machine only.

Usage: twilio-roles sandbox [options]

  --port N              listen on this port; 0, the default, takes a free one
  --seed FILE           an account to begin with, as JSON
  --state FILE          keep the account in this file across runs
  --users N             so many users more in the first service
  --random-seed N       other SIDs, dates, secrets and faults; the same number gives the same ones (default 1)
  --rate-limit          refuse more than 30 role and user writes a second for a service
  --fault KIND:RATE     let this share of the calls go wrong, from 0 to 1; may be repeated
                        ${faultKinds.join(', ')}
  --json                print the address and the account as one line of JSON
  --help                print this

The first line printed is the URL, the second "account AC… token …", the third "key SK… secret …".

Example:
  $ twilio-roles sandbox --port 4010 --state sandbox.json --fault 429:0.1
`;

export interface Flags {
  readonly port: number;
  readonly seed?: string;
  readonly state?: string;
  readonly users: number;
  readonly randomSeed: number;
  readonly rateLimit: boolean;
  readonly faults: FaultRates;
  readonly json: boolean;
  readonly help: boolean;
}

/** Throws an error with a message for people where a flag can't be understood. */
export function parseFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      seed: { type: 'string' },
      state: { type: 'string' },
      users: { type: 'string', default: '0' },
      'random-seed': { type: 'string', default: '1' },
      'rate-limit': { type: 'boolean', default: false },
      fault: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    port: whole('--port', values.port, 65_535),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(values.state === undefined ? {} : { state: values.state }),
    users: whole('--users', values.users, 1_000_000),
    randomSeed: whole('--random-seed', values['random-seed'], Number.MAX_SAFE_INTEGER),
    rateLimit: values['rate-limit'],
    faults: Object.fromEntries(values.fault.map(faultRate)),
    json: values.json,
    help: values.help,
  };
}

function whole(flag: string, text: string, maximum: number): number {
  if (/^\d+$/.test(text) && Number(text) <= maximum) return Number(text);
  throw new Error(`${flag} takes a whole number from 0 to ${maximum}, not "${text}".`);
}

function faultRate(text: string): readonly [string, number] {
  const [kind = '', rate = ''] = text.split(':');
  if (!isFaultKind(kind)) {
    throw new Error(`--fault "${text}": there is no fault "${kind}"; use one of ${faultKinds.join(', ')}.`);
  }
  if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(rate)) {
    throw new Error(`--fault "${text}": write a share from 0 to 1 behind the colon, as in ${kind}:0.1.`);
  }
  return [kind, Number(rate)];
}
