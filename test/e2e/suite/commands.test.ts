import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

describe('the commands', () => {
  it('that package.json contributes are all there once the extension is active', async () => {
    const extension = extensions.getExtension('twilio-roles.twilio-roles');
    assert.ok(extension);
    await extension.activate();
    const contributed: readonly { command: string }[] = extension.packageJSON.contributes.commands;
    assert.notEqual(contributed.length, 0);
    const registered = new Set(await commands.getCommands(true));
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
