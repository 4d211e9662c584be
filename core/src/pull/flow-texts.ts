import type { Resolve } from '../document/entries';
import type { YamlContent, YamlNode } from '../document/model';
import { scalar } from './scalar';

/** Text that aliases make of one another may be a bomb. */
const longest = 100_000;

/** Nodes as text that may stand anywhere, in brackets as well: on one line, with neither comments nor anchors. */
export class FlowTexts {
  readonly #text: string;
  /** What is written out in the place of an alias; nothing where the alias can stay one. */
  readonly #writtenOut: Resolve;
  readonly #known = new Map<YamlContent, string>();

  constructor(text: string, writtenOut: Resolve) {
    this.#text = text;
    this.#writtenOut = writtenOut;
  }

  of(node: YamlNode): string {
    if (node.kind === 'alias') {
      const target = this.#writtenOut(node);
      return target ? this.of(target) : `*${node.name}`;
    }
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    // What an alias finds that leads back to where it is.
    this.#known.set(node, '~');
    const text = `${node.tag ? `${node.tag} ` : ''}${this.#content(node)}`;
    this.#known.set(node, text.length > longest ? '~' : text);
    return text;
  }

  #content(node: YamlContent): string {
    if (node.kind === 'sequence') return `[${node.items.map((item) => this.of(item)).join(', ')}]`;
    if (node.kind === 'mapping') {
      const pairs = node.pairs.map(({ key, value }) => {
        // A colon may be part of an alias.
        const colon = key.kind === 'alias' ? ' :' : ':';
        return `${this.of(key)}${colon} ${value ? this.of(value) : '~'}`;
      });
      return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
    }
    const written = this.#text.slice(node.start, node.end);
    if (node.style === 'plain') return /^[^,[\]{}\r\n]+$/.test(written) ? written : scalarOrNull(node.value);
    const isLine = node.style !== 'literal' && node.style !== 'folded' && !/[\r\n]/.test(written);
    return isLine ? written : scalar(node.value);
  }
}

/** A plain scalar that is nothing at all is YAML's null. */
function scalarOrNull(value: string): string {
  return value === '' ? '~' : scalar(value);
}
