import { enableCompileCache } from 'node:module';

// A reader that has seen enough, `head` for instance, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

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
