import assert from 'node:assert/strict';
import { Range, WorkspaceEdit, workspace } from 'vscode';
import { diagnosticsWhere, open } from './editor';
import { childrenRunning } from './processes';

describe('the language server, killed', () => {
  it('comes back three times, and checks again each time', async () => {
    const document = await open('mistakes.roles.yaml');
    await diagnosticsWhere(document, (found) => found.length > 0);
    for (let round = 1; round <= 3; round += 1) {
      const [server, ...others] = childrenRunning('dist/server.js');
      assert.ok(server, 'the server runs');
      assert.deepEqual(others, []);
      process.kill(server, 'SIGKILL');
      // Its diagnostics go with it, and the new one finds them anew.
      await diagnosticsWhere(document, (found) => found.length === 0);
      await diagnosticsWhere(document, (found) => found.length > 0);
      assert.notEqual(childrenRunning('dist/server.js')[0], server, `round ${round}`);
    }
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\nnonsense: 1\n');
    assert.ok(await workspace.applyEdit(edit));
    const added = await diagnosticsWhere(document, (found) =>
      found.some(({ message }) => message.includes('nonsense')),
    );
    assert.ok(added.length > 0);
    const undo = new WorkspaceEdit();
    const end = document.positionAt(document.getText().length);
    undo.delete(document.uri, new Range(document.positionAt(document.getText().indexOf('\nnonsense')), end));
    await workspace.applyEdit(undo);
  });
});
