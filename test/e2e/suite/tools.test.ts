import assert from 'node:assert/strict';
import { CancellationTokenSource, commands, extensions, LanguageModelTextPart, lm, workspace } from 'vscode';

/** What a tool answers a language model. */
async function invoke(name: string, input: object): Promise<string> {
  const { token } = new CancellationTokenSource();
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined }, token);
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
}

describe('the tools for language models', () => {
  before(() => extensions.getExtension('twilio-roles.twilio-roles')?.activate());

  it('tell problems with their lines', async () => {
    const answer = await invoke('twilioRoles_validate', { file: 'mistakes.roles.yaml' });
    assert.match(answer, /^line 15: error: Unknown role type "conversations"/m);
    assert.match(await invoke('twilioRoles_validate', { file: 'roles.yaml' }), /has no problems/);
  });

  it('judge as the severities of this workspace say', async () => {
    const settings = workspace.getConfiguration('twilioRoles');
    await settings.update('severity', { 'unknown-role-type': 'off' });
    try {
      const answer = await invoke('twilioRoles_validate', { file: 'mistakes.roles.yaml' });
      assert.doesNotMatch(answer, /unknown-role-type/);
      assert.match(answer, /unknown-key/);
    } finally {
      await settings.update('severity', undefined);
    }
  });

  it('plan nothing for somebody who is signed out, and write nothing for anybody', async () => {
    const file = { file: 'roles.yaml' };
    assert.match(await invoke('twilioRoles_plan', file), /Nobody is signed in/);
    await commands.executeCommand('twilioRoles.openSandbox');
    try {
      const plan = await invoke('twilioRoles_plan', file);
      assert.match(plan, /^Support \(.*\): 3 changes/);
      assert.match(plan, /- leaveConversation/);
      assert.equal(await invoke('twilioRoles_plan', file), plan);
    } finally {
      await commands.executeCommand('twilioRoles.signOut');
    }
  });

  it('name the files where there are several', async () => {
    assert.match(await invoke('twilioRoles_validate', {}), /Say which file: .*chat\.roles\.yaml/);
    assert.match(await invoke('twilioRoles_validate', { file: '../secret' }), /No such file/);
  });

  it('explain a permission', async () => {
    const answer = await invoke('twilioRoles_explainPermission', { permission: 'joinConversation' });
    assert.match(answer, /conversations, service roles: may join conversations/);
    assert.match(await invoke('twilioRoles_explainPermission', { permission: 'fly' }), /No catalog/);
  });

  it('list the roles of a file', async () => {
    assert.match(
      await invoke('twilioRoles_listRoles', { file: 'roles.yaml' }),
      /^Guest \(service, conversations\): joinConversation$/m,
    );
  });

  it('are four, and none deploys', () => {
    const ours = lm.tools.filter(({ name }) => name.startsWith('twilioRoles_')).map(({ name }) => name);
    assert.deepEqual(ours.sort(), [
      'twilioRoles_explainPermission',
      'twilioRoles_listRoles',
      'twilioRoles_plan',
      'twilioRoles_validate',
    ]);
  });
});
