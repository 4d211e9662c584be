import { enableCompileCache } from 'node:module';

// A reader that has seen enough, `head` for instance, or a terminal that was closed, is no error, and no reason to end
// in the middle of a deploy either: the command goes on, and its exit code is what it would have been.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
}

enableCompileCache?.();

async function main(): Promise<void> {
  const { processTerminal, run } = await import('./program');
  process.exitCode = await run(process.argv.slice(2), processTerminal());
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 12)) {
  process.stderr.write(`twilio-roles needs Node 20.12 or later; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  void main();
}
