import { l10n, window } from 'vscode';
import { isSid, shortSid } from '../../../core/src';
import type { App } from '../app';
import { askWhich } from '../ask-which';
import type { Handler } from '../command';
import { commands, views } from '../ids';
import type { ServiceKey } from '../live/store';
import { everything } from './filter';
import { findUser } from './find-user';
import { isFailedNode } from './nodes/message';
import { pickFilter } from './pick-filter';
import type { ServicesView } from './services-view';

type Ids =
  | typeof commands.refresh
  | typeof commands.retry
  | typeof commands.filter
  | typeof commands.clearFilter
  | typeof commands.findUser
  | typeof commands.loadMore
  | typeof commands.showConversations
  | typeof commands.showChat;

/** Commands on the Services view as a whole. */
export function viewCommands({ live, session }: App, services: ServicesView): Readonly<Record<Ids, Handler>> {
  return {
    [commands.refresh]: async (row) => {
      if (await session.require()) await shown(live.refresh(keyOf(row)));
    },
    [commands.retry]: async (row) => {
      await shown(isFailedNode(row) ? row.retry().catch(() => undefined) : live.refresh());
    },
    [commands.filter]: () => pickFilter(services),
    [commands.clearFilter]: () => {
      services.filter = everything;
    },
    [commands.findUser]: async (row) => {
      if (!(await session.require())) return;
      const key = keyOf(row) ?? keyOf(services.view.selection[0]) ?? (await pickService(services));
      if (key) await findUser(services, live, key);
    },
    [commands.loadMore]: async (row) => {
      const key = keyOf(row);
      if (key) await shown(live.service(key).users.more());
    },
    [commands.showConversations]: () => {
      services.product = 'conversations';
    },
    [commands.showChat]: () => {
      services.product = 'chat';
    },
  };
}

/** Shows at the top of the view that something is being read. */
function shown(reading: Promise<unknown>): Thenable<unknown> {
  return window.withProgress({ location: { viewId: views.services } }, () => reading);
}

/** The service that a row is of. */
function keyOf(row: unknown): ServiceKey | undefined {
  if (typeof row !== 'object' || row === null || !('key' in row)) return undefined;
  const { product, sid } = row.key as Partial<ServiceKey>;
  const known = product === 'conversations' || product === 'chat';
  return known && sid && isSid(sid, 'IS') ? { product, sid } : undefined;
}

async function pickService(services: ServicesView): Promise<ServiceKey | undefined> {
  await services.live.services(services.product).get();
  const rows = services.services();
  if (rows.length < 2) return rows[0]?.key;
  const picked = await askWhich(
    rows.map(({ key, service }) => ({
      label: service.friendlyName || shortSid(service.sid),
      description: service.isDefault ? l10n.t('default') : '',
      key,
    })),
    { placeHolder: l10n.t('In which service?') },
  );
  return picked?.key;
}
