import { commands, l10n, window, workspace } from 'vscode';
import { fetchLive, type Live, type Product, pull } from '../../../core/src';
import type { RolesFile } from '../files/roles-files';
import type { ServiceKey } from '../live/store';
import { serviceName } from '../plan/describe';
import { filesFor } from '../plan/file-for';
import type { Planning } from '../plan/planning';
import { withCancel } from '../plan/progress';
import { chooseService, serviceOf, uriOf } from '../plan/target';
import { replaceText } from './edit-file';
import { openNewFile } from './new-file';

/** Writes what is live into a file: one that is there, after a look at the difference, or a new one. */
export async function pullCommand(planning: Planning, argument: unknown): Promise<void> {
  const account = await planning.session.require();
  if (!account) return;
  const given = uriOf(argument);
  const product = given ? productOf(await planning.files.read(given)) : 'conversations';
  const key = serviceOf(argument) ?? (await chooseService(planning, product));
  if (!key) return;
  const live = await withCancel(l10n.t('Reading what is live'), ({ signal, report }) =>
    readLive(planning, key, signal, (read) => report(l10n.t('{0} roles read', read))),
  );
  if (!live) return;
  const file = given ? await planning.files.read(given) : await chooseTargetFile(planning, live, key);
  if (file === 'cancelled') return;
  if (!file) {
    await openNewFile(pull(live));
    return;
  }
  await pullInto(planning, file, live);
}

/** What is live of the roles and defaults, without counting users. */
export async function readLive(
  { live }: Planning,
  key: ServiceKey,
  signal: AbortSignal,
  progress: (roles: number) => void,
  users: Parameters<typeof fetchLive>[1]['users'] = [],
): Promise<Live> {
  const service = await live.service(key).connection.get();
  return fetchLive(
    service,
    { users },
    { signal, countUsers: false, onProgress: ({ roles }) => progress(roles) },
  );
}

function productOf(file: RolesFile | undefined): Product {
  return file?.document.head.entry.product?.value === 'chat' ? 'chat' : 'conversations';
}

/** An existing file or a new one; `undefined` for a new one. */
async function chooseTargetFile(
  planning: Planning,
  live: Live,
  key: ServiceKey,
): Promise<RolesFile | undefined | 'cancelled'> {
  const files = (await planning.files.list()).filter((file) => productOf(file) === key.product);
  if (files.length === 0) return undefined;
  const named = new Set(filesFor(files, key, live.service.isDefault).map(({ file }) => file));
  const picked = await window.showQuickPick(
    [
      ...files
        .toSorted((a, b) => Number(named.has(b)) - Number(named.has(a)))
        .map((file) => ({
          label: workspace.asRelativePath(file.uri),
          description: named.has(file) ? l10n.t('names {0}', serviceName(live)) : '',
          file,
        })),
      { label: `$(new-file) ${l10n.t('A new file')}`, file: undefined },
    ],
    { placeHolder: l10n.t('Pull {0} into which file?', serviceName(live)) },
  );
  return picked ? picked.file : 'cancelled';
}

async function pullInto(planning: Planning, file: RolesFile, live: Live): Promise<void> {
  const before = file.document.text;
  const after = pull(live, { existing: before });
  const name = workspace.asRelativePath(file.uri);
  if (after === before) {
    void window.showInformationMessage(l10n.t('{0} is as {1} says already.', name, serviceName(live)));
    return;
  }
  const pulled = planning.documents.put(['pull', live.service.sid, 'pulled.yaml'], after);
  await commands.executeCommand(
    'vscode.diff',
    file.uri,
    pulled,
    l10n.t('{0} ← {1}', name, serviceName(live)),
  );
  const apply = l10n.t('Apply');
  const question = l10n.t('Take what is live in {0} into {1}?', serviceName(live), name);
  if ((await window.showInformationMessage(question, apply, l10n.t('Leave'))) !== apply) return;
  const now = await planning.files.read(file.uri);
  if (now?.document.text !== before) {
    void window.showWarningMessage(l10n.t('{0} was changed meanwhile. Pull again.', name));
    return;
  }
  await replaceText(file.uri, after);
  await window.showTextDocument(file.uri);
}
