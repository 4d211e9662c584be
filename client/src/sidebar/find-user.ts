import { l10n, window } from 'vscode';
import type { LiveStore, ServiceKey } from '../live/store';
import { inform } from '../notify';
import { withCancel } from '../plan/progress';
import type { ServicesView } from './services-view';

/** Asks for an identity or a SID, and brings the user's row into view. Twilio looks nothing up by a part of it. */
export async function findUser(services: ServicesView, live: LiveStore, key: ServiceKey): Promise<void> {
  const identity = await window.showInputBox({
    title: l10n.t('Find a user'),
    ignoreFocusOut: true,
    prompt: l10n.t('The whole identity, capitals as they are, or a SID that begins with US'),
    placeHolder: 'alice@example.com',
    validateInput: (text) =>
      text.length > 256 ? l10n.t('An identity has at most 256 characters.') : undefined,
  });
  if (!identity?.trim()) return;
  const view = live.service(key);
  const answer = await withCancel(l10n.t('Looking for {0}', identity), async ({ signal }) => {
    const service = await view.connection.get();
    return { user: await service.user(identity.trim(), { signal }) };
  });
  if (!answer) return;
  if (!answer.user) {
    void inform(l10n.t('There is no user "{0}" in this service.', identity));
    return;
  }
  view.users.put(answer.user);
  await services.revealUser(key, answer.user.sid);
}
