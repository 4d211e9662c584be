import type { ShowMessage } from '../protocol';
import type { Filter } from '../select';
import { element } from './element';

interface ToolbarActions {
  filter(filter: Filter): void;
  export(format: 'markdown' | 'csv'): void;
}

/** Title, filters, exports and the legend. */
export function toolbar(
  { strings, subtitle, matrix }: ShowMessage,
  initial: Filter,
  actions: ToolbarActions,
): HTMLElement[] {
  let filter = initial;
  const change = (part: Partial<Filter>) => {
    filter = { ...filter, ...part };
    actions.filter(filter);
  };

  const search = (label: string, value: string, write: (text: string) => Partial<Filter>) => {
    const input = element('input', { type: 'search', placeholder: label, 'aria-label': label });
    input.value = value;
    input.addEventListener('input', () => change(write(input.value)));
    return input;
  };
  const button = (label: string, format: 'markdown' | 'csv') => {
    const node = element('button', { type: 'button' }, label);
    node.addEventListener('click', () => actions.export(format));
    return node;
  };

  const controls = element('div', { class: 'controls', role: 'toolbar', 'aria-label': strings.title });
  controls.append(
    search(strings.filterPermissions, filter.permission, (permission) => ({ permission })),
    search(strings.filterRoles, filter.role, (role) => ({ role })),
  );
  if (matrix.compared) {
    const box = element('input', { type: 'checkbox' });
    box.checked = filter.onlyDifferences;
    box.addEventListener('change', () => change({ onlyDifferences: box.checked }));
    const label = element('label', {});
    label.append(box, strings.onlyDifferences);
    controls.append(label);
  }
  controls.append(
    element('span', { class: 'space' }),
    button(strings.exportMarkdown, 'markdown'),
    button(strings.exportCsv, 'csv'),
  );

  return [
    element('h1', {}, strings.title),
    element('p', { class: 'subtitle' }, subtitle),
    controls,
    legend(strings, matrix.compared),
  ];
}

function legend(strings: ShowMessage['strings'], compared: boolean): HTMLElement {
  const list = element('p', { class: 'legend' });
  const states = compared ? (['yes', 'added', 'removed', 'refused'] as const) : (['yes', 'refused'] as const);
  for (const state of states) {
    const mark = element('span', { class: `cell ${state}`, 'aria-hidden': 'true' });
    list.append(element('span', { class: 'key' }, mark, strings.legend[state]));
  }
  return list;
}
