import {
  type DesiredUser,
  fetchLive,
  type Live,
  nothing,
  type Product,
  printable,
  pull,
} from '../../../../core/src';
import { type AccountOptions, openAccount } from '../account';
import { interruptible } from '../interrupt';
import { desiredOf, isOfRegion, openService, parseService } from '../planning';
import { readRolesFile } from '../roles-file';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { checkOutput, type OutputOptions, output } from '../write-file';

export interface PullOptions extends AccountOptions, OutputOptions {
  readonly service?: string;
  /** Of a new file; a file that exists says it itself. */
  readonly product: Product;
  /** Also what the file doesn't name. */
  readonly add?: boolean;
  readonly user?: readonly string[];
  readonly convert?: boolean;
}

/** Writes what is live into a new file, or one that exists. Exit codes: 0 done, 1 the file has errors or is for another region, or a user isn't there. */
export async function runPull(
  name: string | undefined,
  options: PullOptions,
  terminal: Terminal,
): Promise<number> {
  checkOutput(name, options, terminal, `Bring it up to date with "pull ${options.out} --write"`);
  const { user: identities = [] } = options;
  const file = name === undefined ? undefined : readRolesFile(name, terminal);
  const wanted = file ? await desiredOf(file, options.service, terminal) : newFileOf(options);
  if (!wanted) return 1;
  await using account = await openAccount(options, terminal);
  if (file && !isOfRegion(file, wanted.desired, account.twilio, terminal)) return 1;
  const live = await interruptible(async (signal) => {
    const service = await openService(account.twilio, wanted.desired.product, wanted.sid, signal);
    const users = [...wanted.desired.users, ...identities.map((identity): DesiredUser => ({ identity }))];
    return fetchLive(service, { users }, { signal, countUsers: false });
  });
  if (!haveAll(live, identities, terminal)) return 1;
  const serviceName = wanted.desired.target?.name;
  const pulled = pull(live, {
    ...(file && { existing: file.document.text }),
    ...(serviceName !== undefined && { serviceName }),
    addMissing: options.add ?? false,
    users: identities,
    toConversations: options.convert ?? false,
  });
  if ('problem' in pulled) {
    terminal.say(`"${name}": ${pulled.problem}`);
    return 1;
  }
  output(pulled.text, name, options, terminal);
  return 0;
}

/** Whether everybody who was asked for is there; says who isn't. A file without them would seem to be whole. */
function haveAll(live: Live, keys: readonly string[], terminal: Terminal): boolean {
  const known = new Set<string>(live.users.flatMap(({ sid, identity }) => [sid, identity]));
  const missing = keys.filter((key) => !known.has(key));
  const { friendlyName, sid } = live.service;
  for (const key of missing)
    terminal.say(`There is no user "${printable(key)}" in ${printable(friendlyName ?? sid)}.`);
  return missing.length === 0;
}

function newFileOf({ service, product }: PullOptions) {
  const sid = parseService(service);
  if (!sid) throw new UsageError('Say which service: --service IS… or --service default.');
  return { desired: nothing(product), sid };
}
