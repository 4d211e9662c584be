import { l10n, type QuickPickItem, window } from 'vscode';
import { type Kind, kinds } from './filter';
import type { ServicesView } from './services-view';

interface KindItem extends QuickPickItem {
  readonly shows: Kind;
}

/** One box for both filters: the tree follows what is typed and ticked, and goes back on Escape. */
export function pickFilter(services: ServicesView): void {
  const before = services.filter;
  const input = window.createQuickPick<KindItem>();
  input.title = l10n.t('Filter the services');
  input.placeholder = l10n.t('Part of a name, a permission or a SID');
  input.canSelectMany = true;
  // A person looks at the rows that are left, and clicks one: that takes back nothing.
  input.ignoreFocusOut = true;
  input.value = before.text;
  input.items = kinds.map((kind) => ({ shows: kind, label: kindTitle(kind), alwaysShow: true }));
  input.selectedItems = input.items.filter(({ shows }) => before.kinds.has(shows));
  let accepted = false;
  const apply = () => {
    const shown = new Set(input.selectedItems.map(({ shows }) => shows));
    // Nothing ticked would show nothing: a person who unticks all is starting over.
    services.filter = { text: input.value.trim(), kinds: shown.size > 0 ? shown : new Set(kinds) };
  };
  const listeners = [
    input.onDidChangeValue(apply),
    input.onDidChangeSelection(apply),
    input.onDidAccept(() => {
      accepted = true;
      apply();
      input.hide();
    }),
    input.onDidHide(() => {
      if (!accepted) services.filter = before;
      for (const listener of listeners) listener.dispose();
      input.dispose();
    }),
  ];
  input.show();
}

function kindTitle(kind: Kind): string {
  switch (kind) {
    case 'conversation-role':
      return l10n.t('Conversation roles');
    case 'service-role':
      return l10n.t('Service roles');
    case 'defaults':
      return l10n.t('Defaults');
    case 'user':
      return l10n.t('Users');
  }
}
