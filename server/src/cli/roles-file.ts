import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { check, isRolesFile, type Problem, parseDocument, type RolesDocument } from '../../../core/src';
import { findFiles } from './find-files';
import { renderHuman } from './format/human';
import { Lines } from './position';
import { readText } from './read-text';
import { readSeverities } from './severities';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** A roles.yaml that a command works on. */
export interface RolesFile {
  /** As the person named it. */
  readonly name: string;
  readonly path: string;
  readonly document: RolesDocument;
}

/**
 * Reads the file that a command names, or the only one that the folder holds.
 *
 * @throws UsageError where there is none, or several, or it's another tool's.
 */
export function readRolesFile(name: string | undefined, terminal: Terminal): RolesFile {
  const given = name ?? onlyFile(terminal);
  const path = resolve(terminal.cwd, given);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`There is no file "${given}". Check the path.`);
  if (stat.isDirectory()) throw new UsageError(`"${given}" is a folder. Name a file in it.`);
  const text = readText(path);
  if (!isRolesFile(text)) {
    throw new UsageError(
      `"${given}" looks like another tool's file. Begin it with "# twilio-roles" if it is ours.`,
    );
  }
  return { name: given, path, document: parseDocument(text) };
}

function onlyFile(terminal: Terminal): string {
  const found = findFiles([], terminal.cwd).filter(({ path }) => isRolesFile(readText(path)));
  const [only, ...others] = found;
  if (!only) throw new UsageError('Found no roles.yaml here. Name the file.');
  if (others.length > 0) {
    throw new UsageError(`Found several files: ${found.map(({ name }) => name).join(', ')}. Name one.`);
  }
  return only.name;
}

/** Prints the problems of a file to stderr, as `check` would. Gives whether there was any error. */
export async function reportProblems(
  { name, document }: RolesFile,
  terminal: Terminal,
  problems?: readonly Problem[],
): Promise<boolean> {
  const all = problems ?? check(document, { severities: await readSeverities([], terminal.cwd) });
  const errors = all.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return false;
  const { text } = document;
  const file = { name, lines: new Lines(text), problems: errors };
  const paint = { paint: terminal.paintSaid };
  terminal.say(renderHuman({ files: [file], skipped: [] }, paint).trimEnd());
  return true;
}
