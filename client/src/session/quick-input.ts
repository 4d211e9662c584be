import { type Disposable, QuickInputButtons, type QuickPickItem, window } from 'vscode';
import type { Validate } from './validate';

/** The person went a step back. */
export const back = Symbol('back');

/** Where a question stands in a row of them. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly of: number;
}

export interface Question extends Place {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly password?: boolean;
  readonly validate: Validate;
}

/** Asks for a line of text; `undefined` where the person gives up. What is wrong is said while they type. */
export function ask(question: Question): Promise<string | typeof back | undefined> {
  const input = window.createInputBox();
  input.title = question.title;
  input.step = question.step;
  input.totalSteps = question.of;
  input.prompt = question.prompt;
  input.placeholder = question.placeholder;
  input.value = question.value ?? '';
  input.password = question.password ?? false;
  input.ignoreFocusOut = true;
  if (question.step > 1) input.buttons = [QuickInputButtons.Back];
  return answer(input, (done) => [
    input.onDidChangeValue((text) => {
      // An empty box isn't wrong yet: nobody has typed.
      input.validationMessage = text.trim() ? question.validate(text.trim()) : undefined;
    }),
    input.onDidTriggerButton(() => done(back)),
    input.onDidAccept(() => {
      const text = input.value.trim();
      const wrong = question.validate(text);
      input.validationMessage = wrong;
      if (!wrong) done(text);
    }),
  ]);
}

/** Asks to choose one; `undefined` where the person gives up. */
export function pick<T extends QuickPickItem>(
  place: Place & { readonly placeholder: string; readonly items: readonly T[] },
): Promise<T | typeof back | undefined> {
  const input = window.createQuickPick<T>();
  input.title = place.title;
  input.step = place.step;
  input.totalSteps = place.of;
  input.placeholder = place.placeholder;
  input.items = place.items;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.ignoreFocusOut = true;
  if (place.step > 1) input.buttons = [QuickInputButtons.Back];
  return answer(input, (done) => [
    input.onDidTriggerButton(() => done(back)),
    input.onDidAccept(() => {
      const [chosen] = input.selectedItems;
      if (chosen) done(chosen);
    }),
  ]);
}

interface Box extends Disposable {
  show(): void;
  onDidHide(listener: () => void): Disposable;
}

function answer<T>(
  box: Box,
  listen: (done: (value: T | typeof back) => void) => readonly Disposable[],
): Promise<T | typeof back | undefined> {
  return new Promise((resolve) => {
    const end = (value: T | typeof back | undefined) => {
      resolve(value);
      for (const listener of listeners) listener.dispose();
      box.dispose();
    };
    const listeners = [...listen(end), box.onDidHide(() => end(undefined))];
    box.show();
  });
}

/** One question of a form: answers with what it adds to the draft. */
export type Step<Draft> = (draft: Draft, place: Place) => Promise<Draft | typeof back | undefined>;

/** Asks the questions in turn, with a way back. `undefined` where the person gives up; `back` from before the first. */
export async function form<Draft>(
  title: string,
  start: Draft,
  steps: readonly Step<Draft>[],
  options: { readonly from?: number; readonly before?: number } = {},
): Promise<Draft | typeof back | undefined> {
  const before = options.before ?? 0;
  let at = options.from ?? 0;
  let draft = start;
  while (at < steps.length) {
    const answered = await steps[at]?.(draft, { title, step: before + at + 1, of: before + steps.length });
    if (answered === undefined) return undefined;
    if (answered === back) {
      if (at === 0) return back;
      at -= 1;
    } else {
      draft = answered;
      at += 1;
    }
  }
  return draft;
}
