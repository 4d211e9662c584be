import { FileDecoration, type FileDecorationProvider, l10n, ThemeColor, Uri } from 'vscode';
import type { RoleSid } from '../../../core/src';
import type { ServiceKey } from '../live/store';
import type { RoleState } from './status';

const scheme = 'twilio-roles-state';

/** The address that a role's row is decorated by. It says the state, so that a new state is a new decoration. */
export function roleUri({ product, sid }: ServiceKey, role: RoleSid, state: RoleState): Uri {
  return Uri.from({ scheme, path: `/${product}/${sid}/${role}`, query: state });
}

/** Quiet for what is in sync; a letter and the theme's own source control colours for what isn't. */
export const roleDecorations: FileDecorationProvider = {
  provideFileDecoration: ({ scheme: theirs, query }) => (theirs === scheme ? decorate(query) : undefined),
};

function decorate(state: string): FileDecoration | undefined {
  switch (state) {
    case 'changed':
      return new FileDecoration('M', l10n.t('Differs from the file'), color('modifiedResourceForeground'));
    case 'staged':
      return new FileDecoration('S', l10n.t('Staged'), color('stageModifiedResourceForeground'));
    case 'deleted':
      return new FileDecoration('D', l10n.t('Will be deleted'), color('deletedResourceForeground'));
    case 'unmanaged':
      return new FileDecoration(undefined, l10n.t('Not in the file'), color('ignoredResourceForeground'));
    default:
      return undefined;
  }
}

function color(id: string): ThemeColor {
  return new ThemeColor(`gitDecoration.${id}`);
}
