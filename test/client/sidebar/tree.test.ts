import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('vscode', () => import('../../support/vscode'));

const { NodeTree } = await import('../../../client/src/sidebar/tree');

describe('a tree draws', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const node = (id: string) => ({ id, item: () => ({}) });

  /** A tree whose top was given out; `drawn` are the ids of what it asked to have drawn again. */
  function treeOf(...ids: readonly string[]) {
    const tree = new NodeTree(() => ids.map(node));
    const drawn: (readonly string[] | 'everything')[] = [];
    tree.onDidChangeTreeData((rows) => drawn.push(rows ? rows.map(({ id }) => id) : 'everything'));
    tree.getChildren();
    return { tree, drawn };
  }

  it('what changed at one time once', () => {
    const { tree, drawn } = treeOf('a', 'b', 'c');
    tree.refreshRows(['a']);
    tree.refreshRows(['c']);
    tree.refreshRows(['a']);
    expect(drawn).toEqual([]);
    vi.runAllTimers();
    expect(drawn).toEqual([['a', 'c']]);
  });

  it('nothing where nothing changed', () => {
    const { tree, drawn } = treeOf('a');
    tree.refreshRows([]);
    vi.runAllTimers();
    expect(drawn).toEqual([]);
  });

  it('everything where a row is new', () => {
    const { tree, drawn } = treeOf('a');
    tree.refreshRows(['a', 'b']);
    vi.runAllTimers();
    expect(drawn).toEqual(['everything']);
  });

  it('everything once, whatever else changed', () => {
    const { tree, drawn } = treeOf('a');
    tree.refreshRows(['a']);
    tree.refresh();
    tree.refreshRows(['a']);
    vi.runAllTimers();
    expect(drawn).toEqual(['everything']);
  });

  it('not while a row is being opened', () => {
    const { tree, drawn } = treeOf('a', 'b');
    tree.refreshRows(['a']);
    vi.advanceTimersByTime(99);
    tree.getChildren(node('b'));
    vi.advanceTimersByTime(99);
    expect(drawn).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(drawn).toEqual([['a']]);
  });

  it('at once before a row is revealed, and not again', () => {
    const { tree, drawn } = treeOf('a');
    tree.refreshRows(['a']);
    tree.flush();
    expect(drawn).toEqual([['a']]);
    vi.runAllTimers();
    expect(drawn).toEqual([['a']]);
  });

  it('nothing any more when it is closed', () => {
    const { tree, drawn } = treeOf('a');
    tree.refresh();
    tree.dispose();
    vi.runAllTimers();
    expect(drawn).toEqual([]);
  });
});
