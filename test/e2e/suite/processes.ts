import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The processes that this one, or another, has started with this file as their program, itself or by others. */
export function childrenRunning(file: string, ancestor = process.pid): readonly number[] {
  const all = processes();
  const below = (id: number): readonly Process[] =>
    all.filter(({ parent }) => parent === id).flatMap((child) => [child, ...below(child.id)]);
  return below(ancestor)
    .filter(({ command }) => command.includes(file))
    .map(({ id }) => id);
}

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

/** `/proc` where there is one, since a small machine may have no `ps`. */
function processes(): readonly Process[] {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
    return lines.flatMap((line) => {
      const [, id, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return command ? [{ id: Number(id), parent: Number(parent), command }] : [];
    });
  }
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    try {
      // The name in parentheses may hold anything; the parent is the second field after it.
      const [, parent] = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ id: Number(id), parent: Number(parent), command }];
    } catch {
      return []; // It has ended since.
    }
  });
}
