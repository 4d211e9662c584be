import { randomBytes } from 'node:crypto';
import {
  type Disposable,
  env,
  l10n,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import {
  buildMatrix,
  type LiveRole,
  type Matrix,
  matrixCsv,
  matrixMarkdown,
  productIn,
  type RoleType,
  setPermission,
} from '../../../core/src';
import type { RolesFile } from '../files/roles-files';
import { warn } from '../notify';
import { serviceName } from '../plan/describe';
import { filesFor } from '../plan/file-for';
import type { Planning } from '../plan/planning';
import { editFile } from '../pull/edit-file';
import { type PageMessage, type ShowMessage, type ToggleMessage, toPageMessage } from './protocol';
import { matrixStrings } from './strings';

/** As package.json and a window that is restored know the page. */
export const matrixView = 'twilioRoles.matrix';

/** The matrix of one file, in an editor of its own. Lives as long as its panel. */
export class MatrixPanel {
  readonly #planning: Planning;
  readonly #uri: Uri;
  readonly #panel: WebviewPanel;
  readonly #subscriptions: Disposable[];
  #ready = false;

  constructor(planning: Planning, uri: Uri, panel: WebviewPanel) {
    this.#planning = planning;
    this.#uri = uri;
    this.#panel = panel;
    const dist = Uri.joinPath(planning.context.extensionUri, 'dist');
    panel.title = l10n.t('Permissions of {0}', workspace.asRelativePath(uri));
    const icon = (theme: string) => Uri.joinPath(planning.context.extensionUri, `media/matrix/${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    const show = () => void this.#show();
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(toPageMessage(message))),
      planning.files.onDidChange(show),
      planning.live.onDidChange(show),
      planning.session.onDidChange(show),
    ];
    panel.onDidDispose(() => {
      for (const subscription of this.#subscriptions) subscription.dispose();
    });
    panel.webview.html = page(panel, dist);
  }

  static open(planning: Planning, uri: Uri): MatrixPanel {
    return new MatrixPanel(planning, uri, window.createWebviewPanel(matrixView, '', ViewColumn.Active));
  }

  get panel(): WebviewPanel {
    return this.#panel;
  }

  async #show(): Promise<void> {
    if (!this.#ready) return;
    const file = await this.#planning.files.read(this.#uri);
    if (!file) return;
    const { matrix, service } = await this.#matrix(file);
    const name = workspace.asRelativePath(this.#uri);
    const message: ShowMessage = {
      type: 'show',
      matrix,
      subtitle: service
        ? l10n.t('{0}, held against {1}', name, service)
        : l10n.t('{0}, not held against a service', name),
      strings: matrixStrings(),
      uri: this.#uri.toString(),
    };
    await this.#panel.webview.postMessage(message);
  }

  /** Against what the sidebar has read of the file's service; reads it where that wasn't done yet. */
  async #matrix({ document }: RolesFile): Promise<{ readonly matrix: Matrix; readonly service?: string }> {
    const product = productIn(document);
    const live = this.#liveRoles({ uri: this.#uri, document });
    const matrix = buildMatrix(product, document.roles, live?.roles);
    return live ? { matrix, service: live.service } : { matrix };
  }

  #liveRoles(file: RolesFile): { readonly roles: readonly LiveRole[]; readonly service: string } | undefined {
    const { live, session } = this.#planning;
    if (!session.current) return undefined;
    const product = productIn(file.document);
    const services = live.services(product);
    services.start();
    for (const service of services.state.value ?? []) {
      const key = { product, sid: service.sid };
      if (filesFor([file], key, service.isDefault).length === 0) continue;
      const { roles } = live.service(key);
      roles.start();
      const { value } = roles.state;
      return value && { roles: value, service: serviceName({ service }) };
    }
    return undefined;
  }

  async #receive(message: PageMessage | undefined): Promise<void> {
    switch (message?.type) {
      case 'ready':
        this.#ready = true;
        return this.#show();
      case 'toggle':
        return this.#toggle(message);
      case 'open':
        return this.#reveal(message.role, message.roleType);
      case 'export':
        return this.#export(message.format);
      default:
        return undefined;
    }
  }

  async #toggle({ role, roleType, permission, granted }: ToggleMessage): Promise<void> {
    const file = await this.#planning.files.read(this.#uri);
    const block = file && find(file, role, roleType);
    if (!block) return;
    const result = setPermission(file.document.text, block, permission, granted);
    if ('refused' in result) void warn(result.refused);
    else await editFile(file, result.edits);
  }

  async #reveal(role: string, type: RoleType): Promise<void> {
    const file = await this.#planning.files.read(this.#uri);
    const block = file && find(file, role, type);
    if (!block) return;
    const document = await workspace.openTextDocument(this.#uri);
    const start = document.positionAt(block.start);
    await window.showTextDocument(document, {
      selection: new Range(start, start),
      viewColumn: ViewColumn.Beside,
    });
  }

  async #export(format: 'markdown' | 'csv'): Promise<void> {
    const file = await this.#planning.files.read(this.#uri);
    if (!file) return;
    const { matrix } = await this.#matrix(file);
    const content = format === 'csv' ? matrixCsv(matrix) : matrixMarkdown(matrix);
    const language = format === 'csv' ? 'plaintext' : 'markdown';
    await window.showTextDocument(await workspace.openTextDocument({ language, content }));
  }
}

function find({ document }: RolesFile, role: string, type: RoleType) {
  return document.roles.find(({ entry }) => entry.friendlyName?.value === role && entry.type?.value === type);
}

/** Nothing but our own script and style runs in it; names arrive as messages and become text nodes. */
function page({ webview }: WebviewPanel, dist: Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const script = webview.asWebviewUri(Uri.joinPath(dist, 'matrix.js'));
  const style = webview.asWebviewUri(Uri.joinPath(dist, 'matrix.css'));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
</head>
<body>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
