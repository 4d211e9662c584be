import { Uri, type WebviewPanel, window } from 'vscode';
import type { Handler } from '../command';
import { commands } from '../ids';
import type { Planning } from '../plan/planning';
import { chooseFile } from '../plan/target';
import { MatrixPanel, matrixView } from './panel';

/** The permission matrix: one panel a file. */
export function matrixFeature(planning: Planning): Readonly<Record<typeof commands.openMatrix, Handler>> {
  const open = new Map<string, MatrixPanel>();
  const keep = (uri: Uri, matrix: MatrixPanel) => {
    open.set(uri.toString(), matrix);
    matrix.panel.onDidDispose(() => open.delete(uri.toString()));
  };
  planning.context.subscriptions.push(
    window.registerWebviewPanelSerializer(matrixView, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
        const uri = uriIn(state);
        if (uri) keep(uri, new MatrixPanel(planning, uri, panel));
        else panel.dispose();
      },
    }),
  );
  return {
    [commands.openMatrix]: async (argument) => {
      const file = await chooseFile(planning, argument);
      if (!file) return;
      const shown = open.get(file.uri.toString());
      if (shown) shown.panel.reveal();
      else keep(file.uri, MatrixPanel.open(planning, file.uri));
    },
  };
}

function uriIn(state: unknown): Uri | undefined {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return undefined;
  return typeof state.uri === 'string' ? Uri.parse(state.uri) : undefined;
}
