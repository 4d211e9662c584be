import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from './paths';

/** Makes `folder` a fresh copy of `examples/`, so that what is tried out there can't dirty the project. */
export async function copyExamples(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await cp(join(project, 'examples'), folder, { recursive: true });
  return folder;
}
