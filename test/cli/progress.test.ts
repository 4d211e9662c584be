/** What a person at a terminal sees of a deploy that runs. */
import { describe, expect, it } from 'vitest';
import { cliFolder } from '../support/cli';
import { sandboxWith } from '../support/cli-sandbox';

const role = (friendlyName: string) => `  - friendlyName: ${friendlyName}
    type: service
    permissions: [joinConversation]
`;
const file = `service: default\nroles:\n${role('First')}${role('Second')}${role('Third')}`;

describe('the bar of a deploy', () => {
  /** A sandbox that takes so long for each write that the bar is drawn anew meanwhile, whatever the machine does. */
  async function slowSandbox(latency: number, onWrite: () => void = () => undefined) {
    const { sandbox, ...rest } = await sandboxWith({
      latency,
      onCall: ({ method }) => method === 'POST' && onWrite(),
    });
    sandbox.fail({ kind: 'latency', method: 'POST', times: 3 });
    return rest;
  }

  /** What stands behind a bar of this length, in the order in which a person sees it: a line is cut at its end. */
  const frames = (stdout: string, columns = 80, bar = 20) =>
    stdout
      .split('\u001b[1G')
      .map((drawn) => (drawn.split('\u001b')[0] ?? '').slice(0, columns))
      .map((line) => new RegExp(`^[=-]{${bar}} (.*)`).exec(line)?.[1])
      .filter((text) => text !== undefined);
  /** Lines wrap again, and the line of the bar is empty. */
  const gone = '\u001b[?7h\u001b8\u001b[1G\u001b[2K';
  const deploy = ['deploy', '--sandbox', '--yes'];
  const ctrlC = '\u0003';

  it('counts and names each change, and is gone before the report', async () => {
    const { env } = await slowSandbox(300);
    const folder = cliFolder({ 'roles.yaml': file });
    const { stdout } = await folder.runOnTerminal(deploy, [], { env, columns: 80 });
    expect([...new Set(frames(stdout))]).toEqual([
      '0/3 ',
      '0/3 First (service)',
      '1/3 First (service)',
      '1/3 Second (service)',
      '2/3 Second (service)',
      '2/3 Third (service)',
      '3/3 Third (service)',
    ]);
    expect(stdout).toMatch(/: 3 done\r\n/);
    expect(stdout.split(gone)[1]).toMatch(/^Support \(/);
  });

  it.each([
    [40, 10, '0/3 Ctrl-C again quits; finis'],
    [80, 20, '0/3 Ctrl-C again quits; finishing this write, not the rest'],
    [200, 40, '0/3 Ctrl-C again quits; finishing this write, not the rest'],
  ])(
    'says at Ctrl-C what is still done, %i columns wide, and counts no more than that',
    async (columns, bar, text) => {
      let type: (text: string) => void = () => undefined;
      const { env, names } = await slowSandbox(1000, () => type(ctrlC));
      const folder = cliFolder({ 'roles.yaml': file });
      const { code, stdout } = await folder.runOnTerminal(deploy, [], {
        env,
        columns,
        onSpawn: (child) => {
          type = (text) => child.stdin?.write(text);
        },
      });
      const seen = frames(stdout, columns, bar);
      expect(seen).toContain(text);
      expect(seen.at(-1)).toMatch(/^1\/3 /);
      expect(stdout).toContain('1 done, 2 not tried');
      expect(code).toBe(1);
      expect(names()).not.toContain('Second');
    },
  );

  it('leaves the terminal as it was to a person who quits', async () => {
    let type: (text: string) => void = () => undefined;
    const { env } = await slowSandbox(60_000, () => type(ctrlC));
    const folder = cliFolder({ 'roles.yaml': file });
    const { code, stdout } = await folder.runOnTerminal(deploy, [], {
      env,
      onSpawn: (child) => {
        type = (text) => child.stdin?.write(text);
        child.stdout?.on('data', (chunk) => {
          if (!String(chunk).includes('finishing')) return;
          // What comes at once is taken for the first one, passed on by somebody.
          const impatient = setInterval(() => type(ctrlC), 50);
          child.once('exit', () => clearInterval(impatient));
        });
      },
    });
    // The terminal itself shows what is typed into it.
    expect(stdout.split(gone)[1]?.replaceAll('^C', '')).toBe('');
    expect(code).toBe(130);
  });
});
