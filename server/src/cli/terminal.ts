import { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where a command reads and writes. stdout is for the answer, stderr for everything said on the way. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Whether a person sits at both ends, so that questions can be asked. */
  readonly interactive: boolean;
  out(text: string): void;
  say(line: string): void;
  /** Coloured where stdout is a terminal that takes colours and NO_COLOR isn't set. */
  paint(style: Style, text: string): string;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { FORCE_COLOR: forced } = process.env;
  // Asked here, since `styleText` asks the stream itself only from Node 22 on.
  const coloured = (forced !== undefined || process.stdout.isTTY) && WriteStream.prototype.hasColors();
  return {
    cwd: process.cwd(),
    env: process.env,
    interactive: Boolean(process.stdin.isTTY && process.stderr.isTTY),
    out: (text) => void process.stdout.write(text),
    say: (line) => void process.stderr.write(`${line}\n`),
    paint: (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text),
  };
}
