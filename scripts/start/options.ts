import { parseArgs } from 'node:util';
import { newest, oldest, type VSCodeVersion } from '../vscode/versions';

export const usage = `npm start [-- OPTIONS]

Opens VS Code on a copy of examples/, with the extension loaded from source and signed in to a sandbox:
a Twilio of its own on this machine, with made-up services, roles and users. Nothing leaves the machine.
It is the desktop VS Code where "code" is on PATH, and otherwise VS Code in the browser. Ctrl-C ends it all.

  --browser       VS Code in the browser, whatever is on PATH
  --port N        the port of VS Code in the browser (a free one)
  --vscode WHICH  newest or oldest: which VS Code to open in the browser (newest)
  --users N       so many users more in the sandbox's first service
  --keep          keep what the last start left in the workspace, instead of copying examples/ again
  --no-build      take dist/ as it is
  --help          this text
`;

export interface StartOptions {
  readonly help: boolean;
  readonly browser: boolean;
  readonly keep: boolean;
  readonly build: boolean;
  readonly port: number;
  readonly vscode: VSCodeVersion;
  /** Arguments of the sandbox. */
  readonly sandbox: readonly string[];
}

/** Reads the arguments of `npm start`; throws an error that a person can read. */
export function parseOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      browser: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      vscode: { type: 'string', default: 'newest' },
      users: { type: 'string' },
      build: { type: 'boolean', default: true },
    },
    allowNegative: true,
  });
  const vscode = { newest, oldest }[values.vscode];
  if (!vscode) throw new Error(`Unknown VS Code "${values.vscode}"; say newest or oldest.`);
  return {
    help: values.help,
    // A port, or a version of the one in the browser, makes sense in the browser only.
    browser: values.browser || values.port !== '0' || values.vscode !== 'newest',
    keep: values.keep,
    build: values.build,
    port: whole('--port', values.port, 65_535),
    vscode,
    sandbox: values.users === undefined ? [] : ['--users', String(whole('--users', values.users, 100_000))],
  };
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new Error(`${name} takes a whole number up to ${most}, not "${text}".`);
}
