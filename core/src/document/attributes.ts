import { aliasIn, contentOf, isNull, type Resolve } from './entries';
import type { YamlAlias, YamlContent, YamlNode, YamlScalar } from './model';

/** Why attributes can't be written as JSON, and which node is in the way. */
export interface NoJson {
  /** In the attributes themselves: what an alias brings in is wrong where the alias is. */
  readonly node: YamlNode;
  readonly message: string;
  /** Whether it is an anchor that isn't there. */
  readonly isMissing?: boolean;
}

/** Attributes are 16 KB at most; what aliases bring into them may be a bomb, and every user may have it. */
const mostThroughAliases = { values: 1000, text: 32 * 1024 };
const mostDeep = 200;

/**
 * A user's attributes as JSON text: a string is taken as it is, a mapping is written as JSON. Plain scalars are what
 * YAML's core schema says they are (https://yaml.org/spec/1.2.2/#103-core-schema); numbers keep their digits.
 * `through` is the alias that brings in the attributes, where there is one.
 */
export function attributesJson(node: YamlNode, resolve: Resolve, through = aliasIn(node)): string | NoJson {
  const content = contentOf(node, resolve);
  const writer = new JsonWriter(resolve, through);
  try {
    return content?.kind === 'scalar' ? writer.text(content) : writer.write(content ?? node);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { message, isMissing } = error;
    return { node: writer.outermostAlias ?? error.node, message, isMissing };
  }
}

class Refusal extends Error implements NoJson {
  readonly node: YamlNode;
  readonly isMissing: boolean;

  constructor(node: YamlNode, message: string, isMissing = false) {
    super(message);
    this.node = node;
    this.isMissing = isMissing;
  }
}

class JsonWriter {
  readonly #resolve: Resolve;
  readonly #open = new Set<YamlNode>();
  #values = 0;
  #text = 0;
  /** The alias, of those that are being followed, that the attributes themselves have. */
  outermostAlias: YamlAlias | undefined;

  constructor(resolve: Resolve, through: YamlAlias | undefined) {
    this.#resolve = resolve;
    this.outermostAlias = through;
  }

  /** What a scalar says. */
  text(node: YamlScalar): string {
    this.#count(node, node.value.length);
    return node.value;
  }

  write(node: YamlNode): string {
    this.#count(node, node.kind === 'scalar' ? node.value.length : 0);
    if (node.kind === 'scalar') return scalarJson(node);
    if (this.#open.has(node)) throw new Refusal(node, 'An alias leads back to itself; remove it');
    if (this.#open.size > mostDeep) throw new Refusal(node, 'Attributes are too deep; write them flatter');
    this.#open.add(node);
    const text = this.#collection(node);
    this.#open.delete(node);
    return text;
  }

  #count(node: YamlNode, length: number): void {
    if (!this.outermostAlias) return;
    this.#values++;
    this.#text += length;
    if (this.#values <= mostThroughAliases.values && this.#text <= mostThroughAliases.text) return;
    throw new Refusal(
      node,
      'Aliases bring more than 1000 values or 32 KB of text into these attributes; write fewer',
    );
  }

  #collection(node: Exclude<YamlNode, YamlScalar>): string {
    if (node.kind === 'alias') return this.#follow(node, (content) => this.write(content));
    if (node.kind === 'sequence') return `[${node.items.map((item) => this.write(item)).join(',')}]`;
    const members = node.pairs.map(({ key, value }) => {
      const name =
        key.kind === 'alias' ? this.#follow(key, (content) => this.#name(content)) : this.#name(key);
      return `${name}:${value ? this.write(value) : 'null'}`;
    });
    return `{${members.join(',')}}`;
  }

  #name(key: YamlContent): string {
    if (key.kind !== 'scalar') throw new Refusal(key, 'A key of attributes must be a text');
    return JSON.stringify(this.text(key));
  }

  #follow(alias: YamlAlias, write: (content: YamlContent) => string): string {
    const outer = this.outermostAlias;
    this.outermostAlias ??= alias;
    const content = this.#resolve(alias);
    if (!content) throw new Refusal(alias, `Nothing has the anchor "&${alias.name}"`, true);
    const text = write(content);
    this.outermostAlias = outer;
    return text;
  }
}

function scalarJson(node: YamlScalar): string {
  const { value, style, tag } = node;
  if (style !== 'plain' || tag === '!!str' || tag === '!') return JSON.stringify(value);
  if (isNull(node)) return 'null';
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(value)) return value.toLowerCase();
  if (/^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/.test(value)) {
    throw new Refusal(node, `JSON has no number "${value}"; put it in quotes to have it as a text`);
  }
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(value)) return value;
  if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(value)) return BigInt(value).toString();
  return decimalJson(value) ?? JSON.stringify(value);
}

/** A decimal number that YAML lets be written otherwise than JSON: `+1`, `007`, `.5`, `1.` */
function decimalJson(text: string): string | undefined {
  const [, sign, whole = '', fraction = '', exponent = ''] =
    /^([-+]?)(\d*)(?:\.(\d*))?([eE][-+]?\d+)?$/.exec(text) ?? [];
  if (sign === undefined || (whole === '' && fraction === '')) return undefined;
  const number = `${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction && `.${fraction}`}${exponent}`;
  return sign === '-' ? `-${number}` : number;
}
