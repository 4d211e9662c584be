import { writeSync } from 'node:fs';
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** Where a command reads and writes. stdout is for the answer, stderr for everything said on the way. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Whether a person sits at both ends, so that questions can be asked. */
  readonly interactive: boolean;
  /** How wide the answer may be; endless where no terminal shows it. */
  readonly columns: number;
  /** For what is drawn or asked rather than said. */
  readonly stderr: NodeJS.WriteStream;
  out(text: string): void;
  say(line: string): void;
  /** For `out`: coloured where stdout is a terminal that takes colours and NO_COLOR isn't set. */
  readonly paint: Paint;
  /** For `say`: the same of stderr, as either of them may lead into a file. */
  readonly paintSaid: Paint;
}

/** The terminal of this process. Its streams are opened when they are used: each takes Node as long as a file to check. */
export function processTerminal(): Terminal {
  const { env } = process;
  let write = process.platform === 'win32' ? writeToStream : writeAtOnce;
  return {
    cwd: process.cwd(),
    env,
    get interactive() {
      return Boolean(process.stdin.isTTY && process.stderr.isTTY);
    },
    get columns() {
      return process.stdout.columns || Infinity;
    },
    get stderr() {
      return forgiving(process.stderr);
    },
    out: (text) => {
      const rest = write(text);
      if (rest === undefined) return;
      write = writeToStream;
      write(rest);
    },
    say: (line) => void forgiving(process.stderr).write(`${line}\n`),
    paint: painter(() => process.stdout, env),
    paintSaid: painter(() => process.stderr, env),
  };
}

type Text = string | Uint8Array;

function writeToStream(text: Text): undefined {
  forgiving(process.stdout).write(text);
}

/** Gives what is left to write where the other end can't take more right now. */
function writeAtOnce(text: Text): Text | undefined {
  let rest: Uint8Array = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
  } catch (error) {
    const failure: NodeJS.ErrnoException = Object.assign(error as Error, { path: 'stdout' });
    if (failure.code === 'EAGAIN') return rest;
    forgive(failure);
  }
  return undefined;
}

/**
 * A reader that has seen enough, `head` for instance, or a terminal that was closed, is no error, and no reason to end
 * in the middle of a deploy either: the command goes on, and its exit code is what it would have been.
 */
function forgive(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}

function forgiving(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.listeners('error').includes(forgive) ? stream : stream.on('error', forgive);
}

function painter(stream: () => NodeJS.WriteStream, env: NodeJS.ProcessEnv): Paint {
  let coloured: boolean | undefined;
  return (style, text) => {
    coloured ??= takesColours(stream, env);
    return coloured ? styleText(style, text, { validateStream: false }) : text;
  };
}

/** As Node's own streams decide; asked here, since `styleText` itself asks them only from Node 22 on. */
function takesColours(stream: () => NodeJS.WriteStream, { FORCE_COLOR: forced }: NodeJS.ProcessEnv): boolean {
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  const written = stream();
  return written.isTTY && written.hasColors();
}
