import { l10n } from 'vscode';
import { type DefaultKey, scopeOf } from '../../../core/src';
import { askWhich } from '../ask-which';
import type { Planning } from '../plan/planning';
import { chooseShownService } from '../plan/target';
import { type DefaultNode, defaultKeys, defaultMeaning, defaultTitle } from '../sidebar/nodes/defaults';
import { askRole } from './ask';

/** Another default role, of the row or of the service that the person picks. */
export async function setDefault(planning: Planning, argument: unknown): Promise<void> {
  const row = isDefaultNode(argument) ? argument : undefined;
  if (!row && !(await planning.session.require())) return;
  const key = row?.key ?? (await chooseShownService(planning));
  const which = key && (row?.default ?? (await askDefault()));
  if (!which) return;
  const scope = which === 'user' ? 'service' : 'conversation';
  const roles = await planning.live.service(key).roles.get();
  const role = await askRole(
    defaultMeaning(which),
    roles.filter(({ type }) => scopeOf(type) === scope),
  );
  if (!role) return;
  const { sid, friendlyName, type } = role;
  planning.staging.stage(key, [{ kind: 'set-default', key: which, role: { sid, friendlyName, type } }]);
}

async function askDefault(): Promise<DefaultKey | undefined> {
  const picked = await askWhich(
    defaultKeys.map((which) => ({ label: defaultTitle(which), detail: defaultMeaning(which), which })),
    { placeHolder: l10n.t('Which default?') },
  );
  return picked?.which;
}

function isDefaultNode(node: unknown): node is DefaultNode {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'default';
}
