import { commands, l10n, Uri, window, workspace } from 'vscode';
import {
  type Desired,
  isSid,
  otherRegion,
  type Product,
  shortSid,
  type TwilioService,
} from '../../../core/src';
import type { Foundation } from '../app';
import { askWhich } from '../ask-which';
import type { RolesFile } from '../files/roles-files';
import { commands as ids } from '../ids';
import type { ServiceKey } from '../live/store';
import { complain, inform } from '../notify';
import type { SignedIn } from '../session/session';
import { shownProduct } from '../sidebar/shown-product';
import { askedBy } from './asked';
import { scheme } from './documents';
import type { Target } from './planned';

/** A target and what is asked of it. */
export interface Chosen {
  readonly target: Target;
  readonly desired: Desired;
}

/** The address of a file in a command's argument: menus give a `Uri`, code lenses its text, and a target has one. */
export function uriOf(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  if (typeof argument === 'object' && argument !== null && 'file' in argument) return uriOf(argument.file);
  return typeof argument === 'string' && argument.includes(':') ? Uri.parse(argument) : undefined;
}

/** The service in a command's argument: rows of the sidebar and of the plan view have one. */
export function serviceOf(argument: unknown): ServiceKey | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { key, planned } = argument as { key?: Partial<ServiceKey>; planned?: { target: Target } };
  if (planned) return planned.target.key;
  const { product, sid } = key ?? {};
  return (product === 'conversations' || product === 'chat') && sid && isSid(sid, 'IS')
    ? { product, sid }
    : undefined;
}

/** The file that a command is about: its argument's, the active editor's, or the one that the person picks. */
export async function chooseFile(foundation: Foundation, argument?: unknown): Promise<RolesFile | undefined> {
  const uri = uriOf(argument);
  if (uri) {
    const file = await foundation.files.read(uri);
    if (!file) void complain(l10n.t('{0} is not a roles file.', workspace.asRelativePath(uri)));
    return file;
  }
  const active = await activeFile(foundation);
  if (active) return active;
  const files = await foundation.files.list();
  if (files.length === 0) {
    const create = l10n.t('New roles.yaml');
    const pull = l10n.t('Pull from Twilio');
    const choice = await inform(l10n.t('There is no roles.yaml in this workspace yet.'), create, pull);
    if (choice === create) await commands.executeCommand(ids.newFile);
    if (choice === pull) await commands.executeCommand(ids.pull);
    return undefined;
  }
  return files.length === 1 ? files[0] : pickFile(files);
}

/** The file in the active editor, where that is one of ours. */
export async function activeFile({ files }: Pick<Foundation, 'files'>): Promise<RolesFile | undefined> {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'yaml' && document.uri.scheme !== scheme
    ? files.read(document.uri)
    : undefined;
}

/** One of several files. */
export async function pickFile(files: readonly RolesFile[]): Promise<RolesFile | undefined> {
  const picked = await askWhich(
    files.map((file) => ({ label: workspace.asRelativePath(file.uri), file })),
    { placeHolder: l10n.t('Which file?') },
  );
  return picked?.file;
}

/** The service that a file is planned for, and what the file asks of it. Asks where the file leaves it open. */
export async function chooseTarget(
  foundation: Foundation,
  account: SignedIn,
  file: RolesFile,
  known?: { readonly key: ServiceKey; readonly serviceName?: string },
): Promise<Chosen | undefined> {
  const serviceName = known?.serviceName ?? (await chooseServiceName(file));
  if (serviceName === false) return undefined;
  const answer = askedBy(file, serviceName);
  if ('problems' in answer) {
    await showProblems(
      file,
      answer.problems.map(({ message }) => message),
    );
    return undefined;
  }
  const { desired } = answer;
  if (!(await rightAccount(account, desired))) return undefined;
  const key = desired.target
    ? await keyOf(account, desired.product, desired.target.sid)
    : (known?.key ?? (await chooseService(foundation, desired.product)));
  return key && { target: { key, file: file.uri, ...(serviceName && { serviceName }) }, desired };
}

/** The key under `services:`; `undefined` where there is nothing to choose, `false` where the person didn't. */
async function chooseServiceName(file: RolesFile): Promise<string | undefined | false> {
  const services = file.document.head.entry.services.flatMap(({ name, sid }) =>
    name ? [{ label: name.value, description: sid?.value ?? '' }] : [],
  );
  if (services.length < 2) return services[0]?.label;
  const picked = await askWhich(services, { placeHolder: l10n.t('Which service?') });
  return picked?.label ?? false;
}

async function showProblems(file: RolesFile, messages: readonly string[]): Promise<void> {
  const show = l10n.t('Show Problems');
  const text = l10n.t('{0} can’t be planned: {1}', workspace.asRelativePath(file.uri), messages[0] ?? '');
  if ((await complain(text, show)) !== show) return;
  await window.showTextDocument(file.uri);
  await commands.executeCommand('workbench.actions.view.problems');
}

/** A file may name its account and region; a deploy to another one is refused before anything is read. */
async function rightAccount(account: SignedIn, desired: Desired): Promise<boolean> {
  const { target } = desired;
  const region = otherRegion(desired, account.twilio);
  const reason =
    target?.account && target.account !== account.twilio.sid
      ? l10n.t('The file is for account {0}, and you are signed in to {1}.', target.account, account.label)
      : region
        ? l10n.t('The file is for region {0}, and you are signed in to {1}.', region, account.label)
        : undefined;
  if (!reason) return true;
  const change = l10n.t('Switch Account');
  if ((await complain(reason, change)) === change) {
    await commands.executeCommand(ids.switchAccount);
  }
  return false;
}

async function keyOf(
  account: SignedIn,
  product: Product,
  sid: NonNullable<Desired['target']>['sid'],
): Promise<ServiceKey> {
  if (sid !== 'default') return { product, sid };
  const service: TwilioService | undefined = await account.twilio.service(product, 'default');
  if (!service) throw new Error(l10n.t('{0} has no default conversation service.', account.label));
  return { product, sid: service.service.sid };
}

/** One of the account's services, picked by the person. */
export async function chooseService(
  foundation: Foundation,
  product: Product,
): Promise<ServiceKey | undefined> {
  const services = await foundation.live.services(product).get();
  const picked = await askWhich(
    services.map((service) => ({
      label: service.friendlyName || shortSid(service.sid),
      description: service.isDefault ? l10n.t('default') : '',
      detail: service.sid,
      sid: service.sid,
    })),
    { placeHolder: l10n.t('Which service?'), matchOnDetail: true },
  );
  return picked && { product, sid: picked.sid };
}

/** The same among the services as the sidebar shows them. */
export function chooseShownService(foundation: Foundation): Promise<ServiceKey | undefined> {
  return chooseService(foundation, shownProduct(foundation.context.workspaceState));
}
