import { workspace } from 'vscode';
import { anywhere } from '../../../core/src';
import { filePatterns } from '../settings';

/**
 * The documents that the language server is told of: YAML that matches `twilioRoles.files`, in the workspace's own
 * schemes. What a diff editor or a history view shows under another scheme isn't a file that somebody is editing.
 */
export function documentSelector(): { language: string; scheme: string; pattern: string }[] {
  const folders = workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)]);
  return [...schemes].flatMap((scheme) =>
    filePatterns().map((pattern) => ({ language: 'yaml', scheme, pattern: anywhere(pattern) })),
  );
}
