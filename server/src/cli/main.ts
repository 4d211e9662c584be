import { cachingRequire } from './code-cache';
import { engines } from './version';

async function main(): Promise<void> {
  const load = cachingRequire(__dirname);
  const { processTerminal, run } = load('./cli-program.js') as typeof import('./program');
  const code = await run(process.argv.slice(2), processTerminal());
  // The sandbox, which goes on running, sets its own.
  process.exitCode ??= code;
}

const oldest = engines.node.replace('>=', '');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
  process.stderr.write(`twilio-roles needs Node ${oldest} or later; this is ${process.versions.node}.\n`);
  // Bad use, as `run` has it: of `plan`, 2 would say that there are changes.
  process.exitCode = process.argv[2] === 'plan' ? 1 : 2;
} else {
  void main();
}
