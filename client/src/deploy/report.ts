import { commands, l10n, window } from 'vscode';
import { type Outcome, renderReport } from '../../../core/src';
import { timeOf } from '../plan/describe';
import type { VirtualDocuments } from '../plan/documents';
import { say } from '../say';
import type { DeployRecord } from './journals';

/** How many changes ended which way. */
export function tally(outcomes: readonly Outcome[]): Readonly<Record<Outcome['status'], number>> {
  const of = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length;
  return { done: of('done'), failed: of('failed'), 'not-tried': of('not-tried') };
}

/** What a deploy did, as a page. */
export async function showReport(documents: VirtualDocuments, record: DeployRecord): Promise<void> {
  const uri = documents.put(
    [`${l10n.t('Deploy report')}.md`],
    renderReport(record.plan, record.outcomes, { ...record, at: timeOf(record.at), say }),
    record.id,
  );
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // Somebody has switched off VS Code's own Markdown extension.
    await window.showTextDocument(uri);
  }
}
