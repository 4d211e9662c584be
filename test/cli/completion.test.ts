/** Completion as a person has it: the script loaded into the shell itself, and the key pressed. */
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliFolder } from '../support/cli';
import { debianFile, debianProgram } from '../support/debian-package';
import { typeInto } from '../support/shell';

const bashCompletion = '/usr/share/bash-completion/bash_completion';
const bundle = join(__dirname, '../../dist/cli.js');

/** Ctrl-U. */
const forgetLine = '\u0015';

/** How each shell is started with nothing of this machine's settings, and loads the script. */
const shells = {
  bash: {
    start: 'bash --norc --noprofile -i',
    load: `. ${bashCompletion}; . ./script; . ./script`,
  },
  zsh: { start: 'zsh -f -i', load: 'autoload -U compinit; compinit -u; . ./script' },
  fish: {
    start: 'fish --no-config -i -C \'function fish_prompt; printf "ready> "; end\'',
    load: 'source ./script',
  },
};

/** What `twilio-roles` is called with after each line was typed, TAB and all. */
async function typed(shell: keyof typeof shells, lines: readonly string[]) {
  await debianProgram(shell);
  await debianFile(bashCompletion, 'bash-completion');
  const folder = cliFolder({
    'mistakes.roles.yaml': '',
    'folder/inner.roles.yaml': '',
    // Says what it was called with, unless it is asked to complete.
    'bin/twilio-roles': `#!/bin/sh
[ "$1" = complete ] && exec '${process.execPath}' '${bundle}' "$@"
printf 'called:'; printf ' <%s>' "$@"; echo
`,
  });
  chmodSync(folder.path('bin/twilio-roles'), 0o755);
  folder.write('script', (await folder.run(['completion', shell])).stdout);
  const { start, load } = shells[shell];
  const shown = await typeInto(start, [load, ...lines.map((line) => line.replaceAll('TAB', '\t'))], {
    cwd: folder.path('.'),
    prompt: 'ready> ',
    env: {
      PATH: `${folder.path('bin')}:${process.env.PATH}`,
      HOME: folder.path('.'),
      PS1: 'ready> ',
    },
  });
  return {
    folder,
    shown,
    called: [...shown.matchAll(/called:(.*?)\r?\n/g)].map(([, words]) => words?.trim()),
  };
}

describe.each(['bash', 'zsh', 'fish'] as const)('in %s, TAB completes', (shell) => {
  it('commands, flags, choices, files and permissions', async () => {
    const { shown, called } = await typed(shell, [
      'twilio-roles depTAB',
      'twilio-roles check --stdiTAB',
      'twilio-roles check --format saTAB',
      'twilio-roles matrix --format=csTAB',
      'twilio-roles check misTAB',
      'twilio-roles check folder/inTAB',
      'twilio-roles plan misTAB --service x',
      'twilio-roles plan --out misTAB',
      'twilio-roles undo misTAB',
      'twilio-roles sandbox --seed misTAB',
      'twilio-roles explain sendMesTAB',
      'twilio-roles explain misTAB',
    ]);
    expect(called, shown).toEqual([
      '<deploy>',
      '<check> <--stdin-filename>',
      '<check> <--format> <sarif>',
      '<matrix> <--format=csv>',
      '<check> <mistakes.roles.yaml>',
      '<check> <folder/inner.roles.yaml>',
      '<plan> <mistakes.roles.yaml> <--service> <x>',
      '<plan> <--out> <mistakes.roles.yaml>',
      '<undo> <mistakes.roles.yaml>',
      '<sandbox> <--seed> <mistakes.roles.yaml>',
      '<explain> <sendMessage>',
      '<explain> <mis>',
    ]);
    expect(shown).not.toContain('readonly');
  });

  it('without running what stands in the line', async () => {
    const { folder } = await typed(shell, [`twilio-roles check $(touch ran) misTAB${forgetLine}`]);
    expect(existsSync(folder.path('ran'))).toBe(false);
  });
});

it.each(['bash', 'zsh', 'fish', 'powershell'])('there is a script for %s', async (shell) => {
  expect(await cliFolder().run(['completion', shell])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('twilio-roles complete'),
    stderr: '',
  });
});
