import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endChildren, interrupted, type Running, run } from './child';
import { copyExamples } from './examples';
import { project, scratch } from './paths';
import { serveSandbox } from './sandbox';
import { findDesktop, startDesktop } from './start/desktop';
import { parseOptions, type StartOptions, usage } from './start/options';
import { installVSCode } from './vscode/install';
import { remoteUri, serveVSCode } from './vscode/serve';

void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  try {
    const options = parseOptions(args);
    if (options.help) say(usage);
    else await Promise.race([interrupted(), open(options)]);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
  await endChildren();
  // Where we were interrupted in the middle of starting, what is left of that must not go on.
  process.exit();
}

/** Starts everything, and stays until a part of it ends. */
async function open(options: StartOptions): Promise<void> {
  if (options.build) await run(process.execPath, ['esbuild.mjs'], { cwd: project });
  const workspace = scratch('workspace');
  if (!options.keep || !existsSync(workspace)) await copyExamples(workspace);

  const sandbox = await serveSandbox(options.sandbox);
  say(`Sandbox  ${sandbox.url}  (account ${sandbox.account}, token ${sandbox.token})\n`);

  const desktop = options.browser ? { reason: 'you asked for that' } : await findDesktop();
  await Promise.race([
    unexpected('The sandbox', sandbox),
    'code' in desktop
      ? openOnDesktop(desktop.code, workspace, sandbox.env)
      : openInBrowser(options, workspace, sandbox.env, desktop.reason),
  ]);
}

/** Resolves when the window is closed. */
async function openOnDesktop(code: string, workspace: string, env: Readonly<Record<string, string>>) {
  const window = await startDesktop(code, { home: scratch('start-desktop'), workspace, env });
  say(`VS Code  opens on ${workspace}\nCtrl-C ends both.\n`);
  await window.ended;
}

async function openInBrowser(
  options: StartOptions,
  workspace: string,
  env: Readonly<Record<string, string>>,
  reason: string,
) {
  say(`VS Code  in the browser, since ${reason}; the first start installs it under .vscode-test/\n`);
  const vscode = await installVSCode(options.vscode);
  const server = await serveVSCode(vscode, {
    home: scratch('start'),
    port: options.port,
    env,
    extension: project,
  });
  const page = server.page(workspace, {
    openFile: remoteUri(server, join(workspace, 'roles.yaml')),
  });
  say(`         ${page}\nCtrl-C ends both.\n`);
  return unexpected('VS Code', server);
}

/** Rejects when something ends that should have served until it was stopped. */
async function unexpected(name: string, served: Pick<Running, 'ended' | 'output'>): Promise<never> {
  await served.ended;
  throw new Error(`${name} has ended:\n${served.output().slice(-2000)}`);
}

function say(text: string): void {
  process.stdout.write(text);
}
