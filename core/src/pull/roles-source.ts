import { mappingOf } from '../document/entries';
import type { YamlMapping, YamlNode, YamlPair } from '../document/model';
import { parseYaml } from '../document/yaml';
import { SharedValues } from './shared-values';
import { SourceText } from './source-text';

/** A file that is being changed, read as the checker reads it. */
export interface RolesSource {
  readonly source: SourceText;
  readonly shared: SharedValues;
  /** The mapping at the top; absent where the file says nothing. */
  readonly root: YamlMapping | undefined;
}

/** A file's text as what can be changed, or why it can't. */
export function readSource(text: string): RolesSource | { readonly unreadable: string } {
  const { tree, error, goesOn } = parseYaml(text);
  if (error) return { unreadable: error.message };
  if (goesOn) return { unreadable: 'It has several documents; keep one in a file' };
  const source = new SourceText(text);
  const shared = new SharedValues(tree, source);
  return { source, shared, root: mappingOf(tree.node, shared.resolve) };
}

/** A key of ours in a mapping; the first where it is there twice. */
export function pairUnder(mapping: YamlMapping | undefined, name: string): YamlPair | undefined {
  return mapping?.pairs.find(({ key }) => key.kind === 'scalar' && key.value === name);
}

/** What is under a key, as it is written. */
export function nodeUnder(mapping: YamlMapping, name: string): YamlNode | undefined {
  return pairUnder(mapping, name)?.value;
}
