import { describe, expect, it } from 'vitest';
import { cliFolder } from '../support/cli';
import { auditor } from '../support/cli-sandbox';

describe('colours', () => {
  const check = ['check', 'roles.yaml'];
  const mistake = { 'roles.yaml': auditor.replace('permissions', 'permisions') };
  const plain = { NO_COLOR: undefined };

  it.each([
    ['are for a terminal', plain, true],
    ['are none with NO_COLOR', { NO_COLOR: '1' }, false],
    ['are none on a terminal that has none', { ...plain, TERM: 'dumb' }, false],
    ['are none with FORCE_COLOR=0', { ...plain, FORCE_COLOR: '0' }, false],
  ])('%s', async (_, env, coloured) => {
    const { stdout } = await cliFolder(mistake).runOnTerminal(check, [], { env });
    expect(stdout).toContain('permisions');
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });

  it.each([
    ['are none in a pipe', {}, false],
    ['are in a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, true],
  ])('%s', async (_, env, coloured) => {
    const { stdout } = await cliFolder(mistake).run(check, { env: { NO_COLOR: '', ...env } });
    expect(stdout).toContain('permisions');
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });

  // `plan` says on stderr what is wrong with a file.
  it.each([
    ['none in a file that stderr leads to', '2>kept', false],
    ['those of a terminal on stderr, whatever stdout leads to', '>kept', true],
  ])('are %s', async (_, redirection, onTerminal) => {
    const folder = cliFolder(mistake);
    const plan = ['plan', '--sandbox'];
    const { stdout } = await folder.runOnTerminal(plan, [], { env: plain, redirection });
    const said = onTerminal ? stdout : folder.read('kept');
    expect(said).toContain('permisions');
    expect(said.includes('\u001b[')).toBe(onTerminal);
  });
});
