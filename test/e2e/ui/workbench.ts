import type { Locator, Page } from 'playwright-core';
import { scratch } from '../../../scripts/paths';

/** VS Code as a person meets it: what can be seen, typed and clicked. Everything waits until it is there. */
export class Workbench {
  readonly #page: Page;
  readonly #name: string;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.#name = name;
  }

  async ready(file?: string): Promise<void> {
    await this.#page.locator('.monaco-workbench').waitFor();
    if (file) await this.editor.locator('.view-line').first().waitFor();
  }

  /** Drags the edge of the side bar to where the words of its rows aren't cut off. */
  async widenSideBar(to = 480): Promise<void> {
    const edge = await this.#page.locator('.part.sidebar').boundingBox();
    if (!edge) throw new Error('The side bar is closed.');
    const middle = edge.y + edge.height / 2;
    await this.#page.mouse.move(edge.x + edge.width, middle);
    await this.#page.mouse.down();
    await this.#page.mouse.move(to, middle, { steps: 5 });
    await this.#page.mouse.up();
  }

  /** The text editor that has the focus, or had it last. */
  get editor(): Locator {
    return this.#page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** The lines of the editor that are on the screen and hold this text. */
  line(text: string | RegExp): Locator {
    return this.editor.locator('.view-line').filter({ hasText: text });
  }

  /** Squiggles of one severity. */
  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** Runs a command as a person does: by its words, from the palette. */
  async command(title: string): Promise<void> {
    await this.#pick(`>${title}`, this.#named(title));
  }

  /** Goes to a file of the workspace: to its tab, or else by its path. */
  async open(path: string): Promise<void> {
    const [name = '', ...folders] = path.split('/').reverse();
    const tab = this.#page.locator(`.tab[data-resource-name="${name}"]`);
    if (folders.length === 0 && (await tab.count()) === 1) {
      await tab.click();
    } else {
      const row = this.#named(name);
      const folder = this.#page.locator('.label-description').filter({ hasText: folders[0] ?? /./ });
      await this.#pick(path, row.filter(folders.length > 0 ? { has: folder } : { hasNot: folder }));
    }
    await tab.and(this.#page.locator('.active')).waitFor();
  }

  /**
   * Types into the box at the top of the window, and chooses a row of its list. By the mouse: a key goes to whatever
   * has the focus, and a page that is loading in an editor has it and hears nothing yet.
   */
  async #pick(typed: string, row: Locator): Promise<void> {
    await this.#page.locator('.command-center .action-item.command-center-center').click();
    await this.quickInput.locator('input.input').fill(typed);
    await row.first().click();
  }

  /** Rows that are called exactly this; others are still there while the list is being filtered. */
  #named(name: string): Locator {
    return this.quickInput.locator('.monaco-list-row').filter({ has: this.#label(name) });
  }

  /** A label that says exactly this, but for three dots. */
  #label(name: string): Locator {
    const text = new RegExp(`^${name.replace(/[.()]/g, '\\$&')}(…|\\.{3})?$`);
    return this.#page.locator('.label-name').filter({ hasText: text });
  }

  /** Mends what the cursor is in, by the first of the fixes that are on offer there. */
  async quickFix(title: string): Promise<void> {
    await this.showFixes(title);
    await this.#page.keyboard.press('Enter');
    await this.menuItem(title).waitFor({ state: 'detached' });
  }

  /**
   * Opens the lightbulb's menu, where this is the first fix and has the focus. By the bulb, which holds the fixes
   * already: those that a key asks for are dropped where a diagnostic comes anew meanwhile. The bulb comes only for a
   * cursor that moved while the editor had the focus, and one from before may go at any moment: so it is sent to where
   * nothing is to be mended, and back.
   */
  async showFixes(title: string): Promise<void> {
    await this.#page.locator('.monaco-editor.focused').waitFor();
    await this.#page.keyboard.press('ControlOrMeta+Home');
    await this.lightbulb.waitFor({ state: 'hidden' });
    await this.#page.keyboard.press('ControlOrMeta+U');
    // It may be under other things.
    await this.lightbulb.click({ force: true });
    await this.menuItem(title).and(this.#page.locator('.focused')).waitFor();
  }

  /** Takes away what earlier steps have said, so that it isn't taken for what the next one says. */
  async clearNotifications(): Promise<void> {
    await this.command('Notifications: Clear All Notifications');
    await this.#page.locator('.notification-toast').first().waitFor({ state: 'detached' });
  }

  get quickInput(): Locator {
    return this.#page.locator('.quick-input-widget');
  }

  quickRow(text: string | RegExp): Locator {
    return this.quickInput.locator('.monaco-list-row').filter({ hasText: text });
  }

  /** Selects the first place in the editor where this word stands. */
  async selectWord(word: string): Promise<void> {
    await this.editor.locator('.view-lines').click();
    await this.#page.keyboard.press('ControlOrMeta+Home');
    await this.#page.keyboard.press('ControlOrMeta+F');
    const find = this.#page.locator('.find-widget.visible .find-part textarea');
    // A word that is there from the last time isn't looked for again.
    await find.fill('');
    await find.fill(word);
    await this.#page.locator('.find-widget .matchesCount').filter({ hasText: /^1 of/ }).waitFor();
    await this.#page.keyboard.press('Escape');
  }

  /** The lightbulb beside the line that the cursor is in. */
  get lightbulb(): Locator {
    return this.#page.locator('[class*="codicon-gutter-lightbulb"], .lightBulbWidget:visible').first();
  }

  /** A row of the menu that the lightbulb opens. */
  menuItem(title: string): Locator {
    return this.#page.locator('.action-widget .monaco-list-row').filter({ hasText: title });
  }

  /** A code lens of the active editor, by all that it says. */
  lens(text: string): Locator {
    return this.editor.locator('.codelens-decoration a').getByText(text, { exact: true });
  }

  /** An icon above the active editor. */
  titleAction(title: string): Locator {
    return this.#page.locator(
      `.editor-group-container.active .editor-actions .action-label[aria-label^="${title}"]`,
    );
  }

  get hover(): Locator {
    return this.#page.locator('.monaco-hover:not(.hidden)');
  }

  suggestion(label: string): Locator {
    return this.#page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label });
  }

  /** Opens a container of views by its icon in the activity bar. */
  async showView(title: string): Promise<void> {
    const icon = this.#page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${title}"])`);
    if ((await icon.getAttribute('aria-expanded')) !== 'true') await icon.click();
    await this.#page.locator('.sidebar .composite.title').filter({ hasText: title }).waitFor();
  }

  tab(title: string): Locator {
    return this.#page.locator('.tab').filter({ hasText: title });
  }

  /** A row of a tree in the side bar, by the words it begins with. */
  row(label: string | RegExp): Locator {
    return this.#page.locator('.sidebar .monaco-list-row').filter({
      has: this.#page.locator('.label-name', { hasText: label }),
    });
  }

  /** Shows what the row that has the focus says of itself. By the key: a mouse that rests on a row that is drawn anew shows nothing. */
  async showTooltip(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+K');
    await this.#page.keyboard.press('ControlOrMeta+I');
  }

  /** A user's row. It may be too narrow for the whole identity, which a screen reader is told all the same. */
  userRow(identity: string): Locator {
    return this.#page.locator(`.sidebar .monaco-list-row[aria-label^="User ${identity}"]`);
  }

  /**
   * Chooses from the context menu of a row. By the key: a menu that has only just opened takes no click for a
   * tenth of a second, as the button that opened it may still be on its way up.
   */
  async menu(row: Locator, item: string): Promise<void> {
    await row.click({ button: 'right' });
    const entry = this.#page.locator('.monaco-menu .action-item').filter({ hasText: item }).first();
    await entry.hover();
    await this.#page.locator('.monaco-menu .action-item.focused').filter({ hasText: item }).waitFor();
    await this.#page.keyboard.press('Enter');
    await entry.waitFor({ state: 'detached' });
  }

  /** Scrolls the first tree of the side bar to its end. */
  async scrollToEnd(): Promise<void> {
    await this.#page.locator('.sidebar .monaco-list').first().hover();
    await this.#page.mouse.wheel(0, 10_000);
  }

  get dialog(): Locator {
    return this.#page.locator('.monaco-dialog-box');
  }

  /** Answers the modal dialog that is open. */
  async answer(button: string): Promise<void> {
    await this.dialog.locator('.monaco-button').filter({ hasText: button }).first().click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** A button of a welcome view. */
  button(text: string | RegExp): Locator {
    return this.#page.locator('.sidebar .monaco-button').filter({ hasText: text });
  }

  /** A paragraph of a welcome view. */
  welcome(text: string | RegExp): Locator {
    return this.#page.locator('.sidebar .welcome-view-content').filter({ hasText: text });
  }

  notification(text: string | RegExp): Locator {
    return this.#page.locator('.notification-toast').filter({ hasText: text });
  }

  /**
   * Chooses a button of a notification, as a screen reader does. A mouse may miss it, since notifications make room for
   * each other, and a key goes to an editor that opens at that moment.
   */
  async choose(button: string, text: string | RegExp = ''): Promise<void> {
    await this.notification(text)
      .locator('.monaco-button')
      .filter({ hasText: button })
      .dispatchEvent('click');
  }

  get statusBar(): Locator {
    return this.#page.locator('.part.statusbar');
  }

  /** Loads the window again, as VS Code does it itself: what is to be kept is kept by then. */
  async reload(): Promise<void> {
    await this.#page.evaluate('globalThis.isBeforeReload = true');
    await this.command('Developer: Reload Window');
    await this.#page.waitForFunction('!globalThis.isBeforeReload');
    await this.ready();
  }

  /** Leaves a picture of the window in `.vscode-test/screenshots/`. */
  async picture(name: string): Promise<void> {
    await this.#page.screenshot({ path: scratch('screenshots', `${this.#name}-${name}.png`) });
  }
}
