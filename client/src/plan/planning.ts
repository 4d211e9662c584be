import { commands, l10n } from 'vscode';
import { nothing } from '../../../core/src';
import type { Foundation } from '../app';
import { askWhich } from '../ask-which';
import type { Journals } from '../deploy/journals';
import { views } from '../ids';
import type { ServiceKey } from '../live/store';
import type { SignedIn } from '../session/session';
import type { StagedEdits } from '../staging/staged-edits';
import { askedBy } from './asked';
import type { VirtualDocuments } from './documents';
import { type FileFor, filesFor } from './file-for';
import { makePlan } from './make-plan';
import type { Planned, PlannedServices, Target } from './planned';
import { type Running, withCancel } from './progress';
import { activeFile, type Chosen, chooseFile, chooseTarget, pickFile, serviceOf } from './target';

/** What the features around a plan share. */
export interface Planning extends Foundation {
  readonly planned: PlannedServices;
  readonly staging: StagedEdits;
  readonly documents: VirtualDocuments;
  readonly journals: Journals;
}

/**
 * A fresh plan for what a command's argument says: a file, a service, or whatever the active editor shows. Where
 * `prune` isn't said, it deletes what the file doesn't name only if the plan that is shown says so.
 * `undefined` where the person cancelled, or can't go on (which they are told).
 */
export async function planFor(
  planning: Planning,
  argument?: unknown,
  prune?: boolean,
): Promise<Planned | undefined> {
  const account = await planning.session.require();
  if (!account) return undefined;
  const chosen = await choose(planning, account, argument);
  if (!chosen) return undefined;
  const shown = planning.planned.get(chosen.target.key);
  const planned = await withCancel(l10n.t('Planning'), (running) =>
    makePlan(
      planning,
      planning.staging,
      chosen.target,
      chosen.desired,
      running,
      prune ?? (shown !== undefined && prunesNext(shown)),
    ),
  );
  if (!planned) return undefined;
  planning.planned.put(planned);
  return planning.planned.get(planned.target.key);
}

/** A plan that was deployed is over, and the way back deletes what a deploy created: neither says anything of the next. */
function prunesNext({ prune, outcomes, undoes }: Planned): boolean {
  return prune && !outcomes && !undoes;
}

async function choose(planning: Planning, account: SignedIn, argument: unknown): Promise<Chosen | undefined> {
  const key = serviceOf(argument) ?? (await shownService(planning, argument));
  if (!key) {
    const file = await chooseFile(planning, argument);
    return file && chooseTarget(planning, account, file);
  }
  const known = planning.planned.get(key)?.target.file?.toString();
  const service = await planning.live.service(key).connection.get();
  const candidates = filesFor(await planning.files.list(), key, service.service.isDefault);
  const same = candidates.find(({ file }) => file.uri.toString() === known);
  if (!same && candidates.length === 0) return { target: { key }, desired: nothing(key.product) };
  const picked = same ?? (candidates.length > 1 ? await pickCandidate(candidates) : candidates[0]);
  return picked && chooseTarget(planning, account, picked.file, { ...picked, key });
}

/** With no argument, and no roles file in the active editor, what the Plan view shows is meant. */
export async function shownService(planning: Planning, argument: unknown): Promise<ServiceKey | undefined> {
  if (argument !== undefined || planning.planned.all().length === 0) return undefined;
  if (await activeFile(planning)) return undefined;
  return (await choosePlanned(planning, undefined))?.target.key;
}

async function pickCandidate<T extends { readonly file: Parameters<typeof pickFile>[0][number] }>(
  candidates: readonly T[],
): Promise<T | undefined> {
  const file = await pickFile(candidates.map((candidate) => candidate.file));
  return candidates.find((candidate) => candidate.file === file);
}

/** A fresh plan for a service, asking nothing: the file that names it, or the staged edits alone. */
export async function planQuietly(
  planning: Planning,
  target: Target,
  running: Running,
): Promise<Planned | undefined> {
  const { key } = target;
  const service = await planning.live.service(key).connection.get();
  const candidates = filesFor(await planning.files.list(), key, service.service.isDefault);
  const same = ({ file }: FileFor) => file.uri.toString() === target.file?.toString();
  const found = candidates.find(same) ?? candidates[0];
  const asked = found ? askedBy(found.file, found.serviceName) : { desired: nothing(key.product) };
  if ('problems' in asked) return undefined;
  const whole: Target = found
    ? { key, file: found.file.uri, ...(found.serviceName && { serviceName: found.serviceName }) }
    : { key };
  return makePlan(planning, planning.staging, whole, asked.desired, running);
}

/** Brings the Plan view to the front. */
export async function revealPlan(): Promise<void> {
  await commands.executeCommand(`${views.plan}.focus`);
}

/** The one plan that a button of the Plan view means; asks where there are several. */
export async function choosePlanned(
  planning: Planning,
  argument: unknown,
  among: (planned: Planned) => boolean = () => true,
): Promise<Planned | undefined> {
  const key = serviceOf(argument);
  if (key) return planning.planned.get(key);
  const all = planning.planned.all().filter(among);
  if (all.length < 2) return all[0];
  const picked = await askWhich(
    all.map((planned) => ({
      label: planned.plan.service.friendlyName ?? planned.plan.service.sid,
      description: planned.plan.service.sid,
      planned,
    })),
    { placeHolder: l10n.t('Which service?') },
  );
  return picked?.planned;
}
