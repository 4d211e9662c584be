import { typesOf } from '../catalog';
import { valueUnder } from '../document/entries';
import type { YamlContent } from '../document/model';
import type { Completion, CompletionContext } from './completion-item';

/** Aliases of lists that are anchored before the cursor; as an item of a list, of single permissions too. */
export function aliasCompletions(context: CompletionContext, asItem: boolean): Completion[] {
  const { document, place, product } = context;
  const { word, entry } = place;
  const mapping = entry?.entry.node;
  const own = mapping?.kind === 'mapping' ? valueUnder(mapping, 'permissions') : undefined;
  const fits = (node: YamlContent) =>
    node.kind === 'scalar' ? asItem && typesOf(product, node.value).length > 0 : node.kind === 'sequence';
  return [...document.index.anchors.names()].flatMap((name): Completion[] => {
    const node = document.nodeFor(name, word.start);
    // A list that is in itself has no end.
    if (!node || node === own || !fits(node)) return [];
    return [{ label: `*${name}`, kind: 'anchor', span: word, newText: `*${name}` }];
  });
}
