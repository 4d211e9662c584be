import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { glob } from 'tinyglobby';
import { afterEach, inject } from 'vitest';
import { endChildren, interrupted } from '../../../scripts/child';
import { copyExamples } from '../../../scripts/examples';
import { project, scratch } from '../../../scripts/paths';
import { type ServedSandbox, serveSandbox } from '../../../scripts/sandbox';
import { launchChromium } from '../../../scripts/vscode/chromium';
import { installVSCode } from '../../../scripts/vscode/install';
import { remoteUri, type ServedVSCode, serveVSCode } from '../../../scripts/vscode/serve';
import { newest, oldest } from '../../../scripts/vscode/versions';
import { Workbench } from './workbench';

void interrupted()
  .then(endChildren)
  .then(() => process.exit(130));

export interface WindowOptions {
  /** Names the folder of its data and its pictures. */
  readonly name: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What the extension host finds in its environment beside the sandbox. */
  readonly env?: Readonly<Record<string, string>>;
  /** A file of the examples to open. */
  readonly file?: string;
  /** Another folder to open than the copy of the examples: one that is on no disk. */
  readonly folder?: string;
  readonly sandbox?: readonly string[];
  readonly language?: string;
  /** How large the window is from the start; a workbench that is still opening doesn't hear of another size. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly theme?: 'light' | 'dark' | 'high-contrast';
  /** Whether the window is signed in to the sandbox from the start; it is unless a test is about that. */
  readonly signedIn?: boolean;
  /** Whether the workspace is trusted; it is unless a test is about that. */
  readonly trusted?: boolean;
  /** Folders of other extensions that are installed beside ours. */
  readonly others?: readonly string[];
  /** A `.vsix` to install, instead of loading the extension from source. It is told of no sandbox. */
  readonly installed?: string;
}

/** A VS Code with the extension, a sandbox and a browser, all its own. */
export interface Window extends AsyncDisposable {
  readonly workbench: Workbench;
  readonly page: Page;
  readonly server: ServedVSCode;
  readonly sandbox: ServedSandbox;
  /** A copy of the examples: the folder that is open, unless a test is about another. */
  readonly workspace: string;
  /** What the page asked of any other machine. There is nothing it needs. */
  readonly outside: readonly string[];
}

const themes = { light: 'Light 2026', dark: 'Dark 2026', 'high-contrast': 'Default High Contrast' };

/** Which VS Code this run is about, and what its folder and its pictures are called. */
const vscode = { newest: { version: newest, prefix: '' }, oldest: { version: oldest, prefix: 'oldest-' } }[
  inject('vscode')
];

/** Opens a VS Code on a copy of the examples, signed in to a sandbox of its own. */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const name = `${vscode.prefix}${options.name}`;
  const home = scratch('run', `ui-${name}`);
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
  };
  try {
    await rm(home, { recursive: true, force: true });
    for (const picture of await glob(`${name}-*.png`, {
      cwd: scratch('screenshots'),
      absolute: true,
    })) {
      await rm(picture);
    }
    const workspace = await copyExamples(join(home, 'workspace'));
    const sandbox = await serveSandbox(options.sandbox);
    closers.push(sandbox.stop);
    const server = await serveVSCode(await installVSCode(vscode.version), {
      home,
      extension: options.installed ?? project,
      others: options.others ?? [],
      ...(options.language && { language: options.language }),
      env: { ...(options.installed || options.signedIn === false ? {} : sandbox.env), ...options.env },
      settings: {
        ...(options.trusted === false ? { 'security.workspace.trust.enabled': true } : {}),
        'workbench.colorTheme': themes[options.theme ?? 'light'],
        'window.autoDetectColorScheme': false,
        'editor.minimap.enabled': false,
        // A page that has loaded takes the focus, and with it the list of commands that was just opened.
        'workbench.quickOpen.closeOnFocusLost': false,
        ...options.settings,
      },
    });
    closers.push(server.stop);
    const browser: Browser = await launchChromium();
    closers.push(() => browser.close());
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1280, height: 800 } });
    // Far above what anything needs: a slow machine is no failure.
    page.setDefaultTimeout(60_000);
    const outside: string[] = [];
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') outside.push(request.url());
    });
    await page.goto(
      server.page(options.folder ?? workspace, {
        ...(options.file ? { openFile: remoteUri(server, join(workspace, options.file)) } : {}),
      }),
    );
    const workbench = new Workbench(page, name);
    await workbench.ready(options.file);
    return { workbench, page, server, sandbox, workspace, outside, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Leaves a picture of the window wherever a test of this file fails. */
export function photographFailures(window: () => Window | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await window()?.workbench.picture(`failed-${task.name.replace(/\W+/g, '-')}`);
  });
}
