import assert from 'node:assert/strict';
import { authentication, commands, workspace } from 'vscode';
import { childrenRunning } from './processes';

describe('accounts', () => {
  after(() => commands.executeCommand('twilioRoles.signOut'));

  it('are none at first', async () => {
    assert.deepEqual(await authentication.getAccounts('twilioRoles'), []);
  });

  it('have the sandbox after one command, which answers with nothing', async () => {
    assert.equal(await commands.executeCommand('twilioRoles.openSandbox'), undefined);
    const accounts = await authentication.getAccounts('twilioRoles');
    assert.deepEqual(
      accounts.map(({ id, label }) => [id, label.replace(/AC….{4}/, 'AC…')]),
      [['sandbox', 'Sandbox (AC…)']],
    );
    assert.equal(childrenRunning('dist/sandbox.js').length, 1);
  });

  it('are in no setting and no answer of a command with a secret', async () => {
    const settings = JSON.stringify(workspace.getConfiguration('twilioRoles'));
    assert.doesNotMatch(settings, /authToken|apiSecret/);
    for (const command of ['twilioRoles.refresh', 'twilioRoles.openSandbox', 'twilioRoles.clearFilter']) {
      assert.equal(await commands.executeCommand(command), undefined, command);
    }
  });

  it('are none after signing out, and the sandbox has ended', async () => {
    await commands.executeCommand('twilioRoles.signOut');
    assert.deepEqual(await authentication.getAccounts('twilioRoles'), []);
    assert.deepEqual(childrenRunning('dist/sandbox.js'), []);
  });
});
