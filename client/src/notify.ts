import { window } from 'vscode';

/**
 * A text for a notification or an input box. VS Code makes links of `[words](command:…)` in them, and a name may be
 * anybody's: with a space in between it stays text.
 */
export function unlinked(text: string): string {
  return text.replaceAll('](', '] (');
}

/** What is worth a notification; answers with the button that was pressed. */
export function inform<T extends string>(text: string, ...buttons: readonly T[]): Thenable<T | undefined> {
  return window.showInformationMessage(unlinked(text), ...buttons);
}

export function warn<T extends string>(text: string, ...buttons: readonly T[]): Thenable<T | undefined> {
  return window.showWarningMessage(unlinked(text), ...buttons);
}

export function complain<T extends string>(text: string, ...buttons: readonly T[]): Thenable<T | undefined> {
  return window.showErrorMessage(unlinked(text), ...buttons);
}
