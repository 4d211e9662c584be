import { type Command, InvalidArgumentError } from 'commander';
import { type FaultRates, faultKinds, isFaultKind } from './fault';

export interface Flags {
  readonly port: number;
  readonly seed?: string;
  readonly state?: string;
  readonly users: number;
  readonly randomSeed: number;
  readonly rateLimit?: boolean;
  readonly fault?: FaultRates;
  readonly json?: boolean;
}

/** Declares the sandbox's flags, and what its help says beside them. */
export function declareFlags(command: Command): Command {
  return command
    .option('--port <number>', 'listen on this port; 0 takes a free one', whole(65_535), 0)
    .option('--seed <file>', 'an account to begin with, as JSON')
    .option('--state <file>', 'keep the account in this file across runs')
    .option('--users <number>', 'so many users more in the first service', whole(1_000_000), 0)
    .option(
      '--random-seed <number>',
      'other SIDs, dates, secrets and faults; the same number gives the same ones',
      whole(Number.MAX_SAFE_INTEGER),
      1,
    )
    .option('--rate-limit', 'refuse more than 30 role and user writes a second for a service')
    .option(
      '--fault <kind:rate>',
      `let this share of the calls go wrong, from 0 to 1; may be repeated; kinds: ${faultKinds.join(', ')}`,
      addFault,
    )
    .option('--json', 'print the address and the account as one line of JSON')
    .addHelpText(
      'after',
      `
The first line printed is the URL, the second "account AC… token …", the third "key SK… secret …".
Other commands use it with --sandbox where TWILIO_ROLES_SANDBOX_URL, TWILIO_ROLES_SANDBOX_ACCOUNT and
TWILIO_ROLES_SANDBOX_TOKEN are set to that URL, account and token.`,
    );
}

function whole(maximum: number): (text: string) => number {
  return (text) => {
    if (/^\d+$/.test(text) && Number(text) <= maximum) return Number(text);
    throw new InvalidArgumentError(`Write a whole number from 0 to ${maximum}.`);
  };
}

function addFault(text: string, previous: FaultRates = {}): FaultRates {
  const [kind = '', rate = ''] = text.split(':');
  if (!isFaultKind(kind)) {
    throw new InvalidArgumentError(`There is no fault "${kind}"; use one of ${faultKinds.join(', ')}.`);
  }
  if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(rate)) {
    throw new InvalidArgumentError(`Write a share from 0 to 1 behind the colon, as in ${kind}:0.1.`);
  }
  return { ...previous, [kind]: Number(rate) };
}
