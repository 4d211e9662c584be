import { expect } from 'vitest';
import { parseDocument } from '../../core/src';
import { complete } from '../../core/src/language/completion';
import { noLiveNames } from '../../core/src/language/live-names';

/** What is offered at the `$0` of a text. */
export function at(marked: string, names = noLiveNames) {
  const offset = marked.indexOf('$0');
  expect(offset, 'a $0').toBeGreaterThanOrEqual(0);
  return complete(parseDocument(marked.replace('$0', '')), offset, names);
}

/** The same by label, in the order that an editor shows. */
export function labels(marked: string, names = noLiveNames): readonly string[] {
  return [...at(marked, names)]
    .sort((a, b) => ((a.sort ?? a.label) < (b.sort ?? b.label) ? -1 : 1))
    .map(({ label }) => label);
}

/** The text after the completion with this label was chosen. */
export function chosen(marked: string, label: string, names = noLiveNames): string {
  const item = at(marked, names).find((candidate) => candidate.label === label);
  expect(item, label).toBeDefined();
  const text = marked.replace('$0', '');
  return item ? text.slice(0, item.span.start) + item.newText + text.slice(item.span.end) : text;
}
