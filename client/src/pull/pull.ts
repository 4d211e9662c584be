import { commands, l10n, window, workspace } from 'vscode';
import { fetchLive, isSid, type Live, type LiveService, type Product, pull } from '../../../core/src';
import { askWhich } from '../ask-which';
import type { RolesFile } from '../files/roles-files';
import type { ServiceKey } from '../live/store';
import { inform, warn } from '../notify';
import { roleCount, serviceName } from '../plan/describe';
import { fileFor, filesFor } from '../plan/file-for';
import type { Planning } from '../plan/planning';
import { withCancel } from '../plan/progress';
import { chooseService, chooseShownService, serviceOf, uriOf } from '../plan/target';
import { replaceText } from './edit-file';
import { openNewFile } from './new-file';

/** Writes what is live into a file: one that is there, after a look at the difference, or a new one. */
export async function pullCommand(planning: Planning, argument: unknown): Promise<void> {
  if (!(await planning.session.require())) return;
  const given = uriOf(argument);
  const givenFile = given && (await planning.files.read(given));
  const key =
    serviceOf(argument) ??
    (await (givenFile ? chooseService(planning, productOf(givenFile)) : chooseShownService(planning)));
  if (!key) return;
  const { service } = await planning.live.service(key).connection.get();
  const file = givenFile ?? (await chooseTargetFile(planning, service, key));
  if (file === 'cancelled') return;
  const live = await withCancel(l10n.t('Reading what is live'), ({ signal, report }) =>
    readLive(planning, key, signal, (read) => report(l10n.t('{0} read', roleCount(read))), file),
  );
  if (!live) return;
  if (file) {
    await pullInto(planning, file, live, key);
    return;
  }
  const made = pull(live);
  if ('text' in made) await openNewFile(made.text, serviceName(live));
}

/** What is live of the roles, the defaults and the users that the file names. Nobody is counted. */
export async function readLive(
  { live }: Planning,
  key: ServiceKey,
  signal: AbortSignal,
  progress: (roles: number) => void,
  file?: RolesFile,
): Promise<Live> {
  const service = await live.service(key).connection.get();
  const users = file?.document.users.flatMap(({ entry: { sid, identity } }) => {
    if (sid && isSid(sid.value, 'US')) return { sid: sid.value };
    return identity ? { identity: identity.value } : [];
  });
  return fetchLive(
    service,
    { users: users ?? [] },
    { signal, countUsers: false, onProgress: ({ roles }) => progress(roles) },
  );
}

function productOf({ document }: RolesFile): Product {
  return document.head.entry.product?.value === 'chat' ? 'chat' : 'conversations';
}

/** An existing file or a new one; `undefined` for a new one. */
async function chooseTargetFile(
  planning: Planning,
  service: LiveService,
  key: ServiceKey,
): Promise<RolesFile | undefined | 'cancelled'> {
  const files = (await planning.files.list()).filter((file) => productOf(file) === key.product);
  if (files.length === 0) return undefined;
  const named = new Set(filesFor(files, key, service.isDefault).map(({ file }) => file));
  const name = serviceName({ service });
  const picked = await askWhich(
    [
      ...files
        .toSorted((a, b) => Number(named.has(b)) - Number(named.has(a)))
        .map((file) => ({
          label: workspace.asRelativePath(file.uri),
          description: named.has(file) ? l10n.t('names {0}', name) : '',
          file,
        })),
      { label: `$(new-file) ${l10n.t('A new file')}`, file: undefined },
    ],
    { placeHolder: l10n.t('Pull {0} into which file?', name) },
  );
  return picked ? picked.file : 'cancelled';
}

async function pullInto(planning: Planning, file: RolesFile, live: Live, key: ServiceKey): Promise<void> {
  const existing = file.document.text;
  const name = workspace.asRelativePath(file.uri);
  const service = serviceName(live);
  const after = await chooseText(file, live, key);
  if (after === undefined) return;
  if (after === existing) {
    void inform(l10n.t('{0} is as {1} says already.', name, service));
    return;
  }
  const pulled = planning.documents.put([service, 'pulled.yaml'], after, live.service.sid);
  await commands.executeCommand('vscode.diff', file.uri, pulled, l10n.t('{0} ← {1}', name, service));
  const apply = l10n.t('Apply');
  const question = l10n.t('Take what is live in {0} into {1}?', service, name);
  if ((await inform(question, apply, l10n.t('Leave'))) !== apply) return;
  const now = await planning.files.read(file.uri);
  if (now?.document.text !== existing) {
    void warn(l10n.t('{0} was changed meanwhile. Pull again.', name));
    return;
  }
  await replaceText(file.uri, after);
  await window.showTextDocument(file.uri);
}

/** The file with live values in it; asks whether it takes in what it doesn't name yet, where there is something. */
async function chooseText(file: RolesFile, live: Live, key: ServiceKey): Promise<string | undefined> {
  const existing = file.document.text;
  const named = fileFor([file], key, live.service.isDefault)?.serviceName;
  const options = { existing, ...(named && { serviceName: named }) };
  const own = pull(live, options);
  const all = pull(live, { ...options, addMissing: true });
  if ('problem' in own) {
    void warn(own.problem);
    return undefined;
  }
  if ('problem' in all || own.text === all.text) return own.text;
  const picked = await askWhich(
    [
      { label: l10n.t('Only what the file names'), text: own.text },
      {
        label: l10n.t('Everything'),
        detail: l10n.t('Adds the roles and defaults that it doesn’t have'),
        text: all.text,
      },
    ],
    { placeHolder: l10n.t('How much of {0}?', serviceName(live)) },
  );
  return picked?.text;
}
