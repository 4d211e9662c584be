import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { project, scratch } from '../../scripts/paths';

/** The pictures of the README, and what the UI tests call them. */
const pictures: Readonly<Record<string, string>> = {
  'overview-light.png': 'look-light-overview.png',
  'overview-dark.png': 'look-dark-overview.png',
  'deploy-light.png': 'look-light-deploy.png',
  'matrix-light.png': 'matrix-light.png',
  'plan-dark.png': 'look-dark-plan.png',
};

/** Copies the pictures of the last run to where the README finds them. */
export async function keepPictures(): Promise<void> {
  const folder = join(project, 'docs/screenshots');
  await mkdir(folder, { recursive: true });
  for (const [name, taken] of Object.entries(pictures)) {
    await cp(scratch('screenshots', taken), join(folder, name));
  }
}
