import { type QuickPickItem, type QuickPickOptions, window } from 'vscode';

/**
 * Asks to choose one; `undefined` where the person gives up. The question stays until it is answered, whatever takes the
 * focus meanwhile: a preview that has just loaded, another program.
 */
export function askWhich<T extends QuickPickItem>(
  items: readonly T[],
  options: QuickPickOptions & { readonly canPickMany?: false },
): Thenable<T | undefined> {
  return window.showQuickPick(items, { ...options, ignoreFocusOut: true });
}
