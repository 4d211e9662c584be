import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CompletionList,
  commands,
  type Hover,
  languages,
  type MarkdownString,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { diagnosticsWhere, open } from './editor';

describe('the language server in VS Code', () => {
  it('finds the mistakes of a file, each with the rule as its code', async () => {
    const document = await open('mistakes.roles.yaml');
    const diagnostics = await diagnosticsWhere(document, (found) => found.length > 0);
    const typo = diagnostics.find((diagnostic) => document.getText(diagnostic.range) === 'joinConversaton');
    assert.match(
      typo?.message ?? '',
      /Unknown permission "joinConversaton"; did you mean "joinConversation"\?/,
    );
    assert.deepEqual(typeof typo?.code === 'object' && typo.code.value, 'unknown-permission');
  });

  it('underlines a typo as it is typed, and a quick fix mends it', async () => {
    const document = await open('roles.yaml');
    const word = rangeOf(document, 'createConversation');
    await replace(document, word, 'createConversaton');
    const [problem] = await diagnosticsWhere(document, (found) => found.length > 0);
    assert.ok(problem);

    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const fix = actions.find(({ title }) => title.includes('"createConversation"'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    await workspace.applyEdit(fix.edit);
    assert.deepEqual(await diagnosticsWhere(document, (found) => found.length === 0), []);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('completes permissions of the type', async () => {
    const document = await open('roles.yaml');
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      rangeOf(document, 'createConversation').start,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('deleteConversation'), labels.join(', '));
    assert.ok(!labels.includes('leaveConversation'), 'a service role may not be given it');
  });

  it('says what a permission means', async () => {
    const document = await open('roles.yaml');
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, 'createConversation').start,
    );
    const text = hovers.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value));
    assert.match(text.join('\n'), /createConversation/);
  });

  it("leaves another tool's roles.yaml alone", async () => {
    const mine = await open('mistakes.roles.yaml');
    const theirs = await open('kubernetes/roles.yaml');
    await replace(theirs, new Range(0, 0, 0, 0), '# edited\n');
    // The server answers in order: once it has seen an edit of ours, it has seen the one of theirs.
    const before = (await diagnosticsWhere(mine, (found) => found.length > 0)).length;
    await replace(mine, rangeOf(mine, 'joinConversaton'), 'joinConversation');
    await diagnosticsWhere(mine, (found) => found.length < before);
    assert.deepEqual(languages.getDiagnostics(theirs.uri), []);
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      theirs.uri,
      rangeOf(theirs, 'kind').start,
    );
    assert.deepEqual(
      items.filter(({ label }) => label === 'roles'),
      [],
    );
  });
});

function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `The document holds no "${text}".`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

async function replace(document: TextDocument, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await workspace.applyEdit(edit));
}
