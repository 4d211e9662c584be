import { window } from 'vscode';
import { unlinked } from './unlinked';

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
