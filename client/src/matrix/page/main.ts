/** The matrix's page. It makes text nodes only, so no name can become markup. */
import type { PageMessage, ShowMessage } from '../protocol';
import { type Filter, selectMatrix } from '../select';
import { grid, type Position } from './grid';
import { toolbar } from './toolbar';

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  setState(state: PageState): void;
  getState(): PageState | undefined;
};

interface PageState {
  readonly uri: string;
  readonly filter: Filter;
}

const api = acquireVsCodeApi();
let filter: Filter = api.getState()?.filter ?? { permission: '', role: '', onlyDifferences: false };
let shown: ShowMessage | undefined;
let focus: Position = { row: 0, column: 0 };

const header = document.createElement('header');
const main = document.createElement('main');
document.body.append(header, main);

window.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => {
  shown = data;
  api.setState({ uri: data.uri, filter });
  header.replaceChildren(
    ...toolbar(data, filter, {
      filter(changed) {
        filter = changed;
        api.setState({ uri: data.uri, filter });
        draw();
      },
      export: (format) => api.postMessage({ type: 'export', format }),
    }),
  );
  draw();
});

function draw(): void {
  if (!shown) return;
  const hadFocus = main.contains(document.activeElement);
  const scroll = main.scrollLeft;
  main.replaceChildren(
    ...grid(selectMatrix(shown.matrix, filter), shown.strings, focus, {
      move(position) {
        focus = position;
      },
      toggle: (role, permission, granted) =>
        api.postMessage({
          type: 'toggle',
          role: role.friendlyName,
          roleType: role.type,
          permission,
          granted,
        }),
      open: (role) => api.postMessage({ type: 'open', role: role.friendlyName, roleType: role.type }),
    }),
  );
  main.scrollLeft = scroll;
  if (hadFocus) main.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}

api.postMessage({ type: 'ready' });
