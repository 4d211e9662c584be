// Writes what is derived from the rules and the catalogs. `--check` writes nothing and fails where something is stale.
import { writeFileSync } from 'node:fs';
import { rendered } from './generate/outputs';

const isCheck = process.argv.includes('--check');
const stale = rendered().filter(({ before, after }) => before !== after);

for (const { path, after } of stale) {
  process.stdout.write(`${isCheck ? 'stale' : 'wrote'} ${path}\n`);
  if (!isCheck) writeFileSync(path, after);
}
if (isCheck && stale.length > 0) {
  process.stderr.write('Run npm run generate.\n');
  process.exitCode = 1;
}
