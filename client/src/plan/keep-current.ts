import { type Disposable, l10n, window } from 'vscode';
import { nothing } from '../../../core/src';
import { views } from '../ids';
import type { ServiceKey } from '../live/store';
import { askedBy } from './asked';
import { planAgain } from './make-plan';
import { idOf, type Planned } from './planned';
import { type Planning, planQuietly } from './planning';

/** A pause in typing after which shown plans follow the file, in milliseconds. */
const pause = 150;

/**
 * Keeps the plans that are shown in step with the file and with staged edits: from what was read before where that is
 * enough, or else by reading again. A plan that was deployed stays as it ended.
 */
export function keepCurrent(planning: Planning): Disposable[] {
  const { planned, staging, files, session, live, log } = planning;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const guarded = (task: Promise<void>) =>
    void task.catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  return [
    files.onDidChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => guarded(follow(planning)), pause);
    }),
    { dispose: () => clearTimeout(timer) },
    live.onDidChange((key) => guarded(followLive(planning, key))),
    staging.onDidChange((key) => {
      if (key) guarded(followEdits(planning, key));
    }),
    session.onDidChange(() => {
      planned.keepOnly(session.current?.id);
      if (session.current) guarded(planStaged(planning));
    }),
  ];
}

async function follow(planning: Planning): Promise<void> {
  for (const planned of planning.planned.all()) {
    if (!planned.outcomes && !planned.undoes && planned.target.file) await bringUpToDate(planning, planned);
  }
}

/** Roles that were read again, for the sidebar, are news for a plan too. */
async function followLive(planning: Planning, key: ServiceKey | undefined): Promise<void> {
  for (const planned of planning.planned.all()) {
    if (key && idOf(key) !== idOf(planned.target.key)) continue;
    const view = planning.live.service(planned.target.key);
    const roles = view.roles.state.value;
    if (!roles || roles === planned.live.roles || planned.outcomes || planned.undoes) continue;
    const defaults = view.defaults.state.value ?? planned.live.defaults;
    await bringUpToDate(planning, planned, { ...planned.live, roles, defaults });
  }
}

async function bringUpToDate(
  planning: Planning,
  shown: Planned,
  live: Planned['live'] = shown.live,
): Promise<void> {
  const { target } = shown;
  const file = target.file && (await planning.files.read(target.file));
  // Whoever planned meanwhile knew more.
  if (planning.planned.get(target.key) !== shown) return;
  const asked = !target.file
    ? { desired: nothing(target.key.product) }
    : file
      ? askedBy(file, target.serviceName)
      : { problems: [] };
  if ('problems' in asked) {
    planning.planned.put({ ...shown, stale: l10n.t('The file can’t be planned as it stands.') });
    return;
  }
  const next = planAgain({ ...shown, live }, planning.staging, asked.desired);
  planning.planned.put(
    next ?? { ...shown, stale: l10n.t('The file names somebody who wasn’t read yet. Plan again.') },
  );
}

async function followEdits(planning: Planning, key: ServiceKey): Promise<void> {
  const before = planning.planned.get(key);
  if (before?.outcomes || before?.undoes) {
    // What just became live leaves the staged edits; a new one asks for a new plan.
    if (planning.staging.edits(key).length > 0) await read(planning, key);
    return;
  }
  if (before) {
    await bringUpToDate(planning, before);
    if (!planning.planned.get(key)?.stale) return;
  }
  await read(planning, key);
}

/** After a reload: edits that were staged before are planned, so that they can be seen. */
async function planStaged(planning: Planning): Promise<void> {
  for (const key of planning.staging.services()) {
    if (!planning.planned.get(key)) await read(planning, key);
  }
}

async function read(planning: Planning, key: ServiceKey): Promise<void> {
  const target = planning.planned.get(key)?.target ?? { key };
  await window.withProgress({ location: { viewId: views.plan } }, async () => {
    const abort = new AbortController();
    const made = await planQuietly(planning, target, { signal: abort.signal, report: () => undefined });
    if (made) planning.planned.put(made);
  });
}
