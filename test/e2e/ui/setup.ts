import { mkdir } from 'node:fs/promises';
import { scratch } from '../../../scripts/paths';
import { findChromium } from '../../../scripts/vscode/chromium';
import { installVSCode } from '../../../scripts/vscode/install';
import { newest, oldest } from '../../../scripts/vscode/versions';

/** Puts on the machine what every file of the UI tests needs, once. */
export default async function setup(): Promise<void> {
  await findChromium();
  await installVSCode(newest);
  await installVSCode(oldest);
  await mkdir(scratch('screenshots'), { recursive: true });
}
