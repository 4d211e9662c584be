import { Disposable, l10n, StatusBarAlignment, window, workspace } from 'vscode';
import type { App } from '../app';
import { commands, views } from '../ids';
import type { ServiceKey } from '../live/store';
import { changeCount } from '../plan/describe';
import { showsStatusBar } from '../settings';
import type { Session } from './session';

/** How many changes wait to be deployed, wherever that is known. */
export interface PendingChanges {
  readonly count: number;
  /** Whether users may bring more. */
  readonly exact: boolean;
  onDidChange(listener: () => void): Disposable;
}

/** The changes of every service that was looked at and is still there. */
export function pendingChanges({ live, plans }: App): PendingChanges {
  const isThere = ({ product, sid }: ServiceKey) =>
    live.services(product).state.value?.some((service) => service.sid === sid) ?? true;
  const known = () =>
    [...live.known()].filter(({ key }) => isThere(key)).flatMap(({ key }) => plans.plan(key) ?? []);
  return {
    get count() {
      return known().reduce((sum, { plan }) => sum + plan.changes.length, 0);
    },
    get exact() {
      return known().every(({ withUsers }) => withUsers);
    },
    onDidChange: (listener) => Disposable.from(plans.onDidChange(listener), live.onDidChange(listener)),
  };
}

/** The one status bar item: which account, and how many changes. Gone where nobody is signed in. */
export function statusBar(session: Session, pending: PendingChanges): Disposable[] {
  const item = window.createStatusBarItem('twilioRoles.account', StatusBarAlignment.Left);
  item.name = 'Twilio Roles';
  const update = () => {
    const { current } = session;
    if (!current || !showsStatusBar()) return item.hide();
    const { count, exact } = pending;
    const changes = changeCount(count, exact);
    item.text = count > 0 ? `$(shield) ${current.name} · ${changes}` : `$(shield) ${current.name}`;
    item.tooltip = [
      l10n.t('Twilio Roles: signed in to {0}', current.label),
      count > 0
        ? l10n.t('{0} to deploy. Select to see the plan.', changes)
        : l10n.t('Select to switch the account.'),
    ].join('\n');
    item.command = count > 0 ? `${views.plan}.focus` : commands.switchAccount;
    item.show();
  };
  update();
  return [
    item,
    session.onDidChange(update),
    pending.onDidChange(update),
    workspace.onDidChangeConfiguration(update),
  ];
}
