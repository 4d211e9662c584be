import { l10n } from 'vscode';
import type { MatrixStrings } from './protocol';

/** The page's texts. A page has no `l10n` of its own. */
export function matrixStrings(): MatrixStrings {
  return {
    title: l10n.t('Permissions'),
    filterPermissions: l10n.t('Filter permissions'),
    filterRoles: l10n.t('Filter roles'),
    onlyDifferences: l10n.t('Only differences'),
    exportMarkdown: l10n.t('As Markdown'),
    exportCsv: l10n.t('As CSV'),
    permission: l10n.t('Permission'),
    nothing: l10n.t('Nothing matches.'),
    capped: l10n.t('{0} of {1} roles are shown; filter to see others.', '{0}', '{1}'),
    unmanaged: l10n.t('not in the file'),
    notLive: l10n.t('not live'),
    states: {
      yes: l10n.t('{0} may {1}', '{0}', '{1}'),
      no: l10n.t('{0} may not {1}', '{0}', '{1}'),
      added: l10n.t('{0} gets {1} with the next deploy', '{0}', '{1}'),
      removed: l10n.t('{0} loses {1} with the next deploy', '{0}', '{1}'),
      refused: l10n.t('{0} can’t be given {1}: its type doesn’t take it', '{0}', '{1}'),
    },
    legend: {
      yes: l10n.t('granted'),
      added: l10n.t('in the file, not live yet'),
      removed: l10n.t('live, not in the file'),
      refused: l10n.t('not possible for this type'),
    },
  };
}
