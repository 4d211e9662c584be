import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { check, productIn } from '../../../core/src/check';
import { convertToConversations } from '../../../core/src/convert/convert-to-conversations';
import { fixEdits } from '../../../core/src/convert/fix-edits';
import { sortPermissions } from '../../../core/src/convert/sort-permissions';
import type { Edit } from '../../../core/src/finding';
import { fixAll } from '../../../core/src/language/fix-all';
import { type DiagnosticData, toTextEdit } from './convert';
import { CodeActionKind, CodeActionTriggerKind } from './lsp';
import type { RolesFile } from './open-files';
import type { Feature, Session } from './session';
import { checkOptions } from './settings';

/** A change of the whole file, named so that an editor can run it on save. */
interface SourceAction {
  readonly title: string;
  readonly kind: string;
  edits(file: RolesFile, session: Session): Promise<readonly Edit[]> | readonly Edit[];
}

const sourceActions: readonly SourceAction[] = [
  {
    title: 'Fix all problems of Twilio roles',
    kind: `${CodeActionKind.SourceFixAll}.twilioRoles`,
    async edits({ document }, { settings, yamlServer, live }) {
      const options = { ...checkOptions(await settings.get(), yamlServer), live };
      return fixAll(document, check(document, options));
    },
  },
  {
    title: 'Sort permissions',
    kind: 'source.sortPermissions.twilioRoles',
    edits: ({ document }) => sortPermissions(document),
  },
  {
    title: 'Convert Chat to Conversations',
    kind: 'source.convertToConversations.twilioRoles',
    edits: ({ document }) => (productIn(document) === 'chat' ? convertToConversations(document) : []),
  },
];

export const codeActions: Feature = (session) => {
  session.connection.onCodeAction(async (params) => {
    const file = session.files.get(params.textDocument.uri);
    if (!file) return [];
    const fixes = wants(params, CodeActionKind.QuickFix)
      ? params.context.diagnostics.flatMap((diagnostic) => quickFixes(file, diagnostic))
      : [];
    return [...fixes, ...(await actionsOnFile(session, file, params))];
  });
  return {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, ...sourceActions.map(({ kind }) => kind)],
    },
  };
};

/** All that a fix needs came with the diagnostic. One of an older text would edit the wrong places: there is a newer. */
function quickFixes(file: RolesFile, diagnostic: Diagnostic): CodeAction[] {
  const { revision, fixes = [] } = (diagnostic.data ?? {}) as Partial<DiagnosticData>;
  if (revision !== file.revision) return [];
  return fixes.map(({ title, preferred, edits, wholeFile }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: preferred,
    edit: wholeFile
      ? toWorkspaceEdit(file, fixEdits(file.document, { title, edits: [], wholeFile }))
      : { changes: { [file.uri]: [...edits] } },
  }));
}

/** Nothing for a light bulb, which asks for everything at every move of the cursor. */
async function actionsOnFile(
  session: Session,
  file: RolesFile,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  const { only, triggerKind } = params.context;
  if (!only && triggerKind === CodeActionTriggerKind.Automatic) return [];
  const actions: CodeAction[] = [];
  for (const { title, kind, edits } of sourceActions) {
    if (!wants(params, kind)) continue;
    const own = await edits(file, session);
    if (own.length > 0) actions.push({ title, kind, edit: toWorkspaceEdit(file, own) });
  }
  return actions;
}

function toWorkspaceEdit(file: RolesFile, edits: readonly Edit[]): WorkspaceEdit {
  return { changes: { [file.uri]: edits.map((edit) => toTextEdit(file, edit)) } };
}

/** Kinds are a tree: who asks for `source` wants `source.fixAll` too. */
function wants({ context: { only } }: CodeActionParams, kind: string): boolean {
  return !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}
