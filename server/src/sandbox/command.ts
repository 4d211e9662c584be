import { readFile } from 'node:fs/promises';
import type { Flags } from './flags';
import { startSandbox } from './sandbox';
import { parseSeed } from './seed-file';

async function start(flags: Flags): Promise<void> {
  const sandbox = await startSandbox({
    port: flags.port,
    users: flags.users,
    randomSeed: flags.randomSeed,
    ...(flags.fault ? { faults: flags.fault } : {}),
    ...(flags.rateLimit ? { rateLimit: 30 } : {}),
    ...(flags.seed === undefined ? {} : { seed: parseSeed(await readFile(flags.seed, 'utf8'), flags.seed) }),
    ...(flags.state === undefined ? {} : { statePath: flags.state }),
  });
  // Before the first line: whoever reads it may end this at once.
  const stop = (): void => {
    sandbox.close().catch(fail);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const { url, account } = sandbox;
  process.stdout.write(
    flags.json
      ? `${JSON.stringify({ url, ...account })}\n`
      : `${url}\naccount ${account.sid} token ${account.token}\nkey ${account.apiKey} secret ${account.apiSecret}\n`,
  );
}

function fail(error: unknown): void {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

/** Starts the sandbox, which runs until it is told to end. Files that it can't use end it at once, with exit code 2. */
export async function runSandbox(flags: Flags): Promise<void> {
  await start(flags).catch(fail);
}
