import { isNull, type Resolve } from './entries';
import type { YamlAlias, YamlNode, YamlScalar } from './model';

/** Why attributes can't be written as JSON, and which node is in the way. */
export interface NoJson {
  /** In the attributes themselves: what an alias brings in is wrong where the alias is. */
  readonly node: YamlNode;
  readonly message: string;
  /** Whether it is an anchor that isn't there. */
  readonly isMissing?: boolean;
}

/** Attributes are 16 KB at most; what aliases make of them may be a bomb. */
const mostNodes = 10_000;
const mostDeep = 200;

/**
 * A user's attributes as JSON text: a string is taken as it is, a mapping is written as JSON. Plain scalars are what
 * YAML's core schema says they are (https://yaml.org/spec/1.2.2/#103-core-schema); numbers keep their digits.
 */
export function attributesJson(node: YamlNode, resolve: Resolve): string | NoJson {
  const target = node.kind === 'alias' ? resolve(node) : node;
  if (target?.kind === 'scalar') return target.value;
  const writer = new JsonWriter(resolve);
  try {
    return writer.write(node);
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
  #nodes = 0;
  /** The alias, of those that are being followed, that the attributes themselves have. */
  outermostAlias: YamlAlias | undefined;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  write(node: YamlNode): string {
    if (++this.#nodes > mostNodes)
      throw new Refusal(node, `Attributes have more than ${mostNodes} values; write fewer`);
    if (node.kind === 'scalar') return scalarJson(node);
    if (this.#open.has(node)) throw new Refusal(node, 'An alias leads back to itself; remove it');
    if (this.#open.size > mostDeep) throw new Refusal(node, 'Attributes are too deep; write them flatter');
    this.#open.add(node);
    const text = this.#collection(node);
    this.#open.delete(node);
    return text;
  }

  #collection(node: Exclude<YamlNode, YamlScalar>): string {
    if (node.kind === 'alias') {
      const outer = this.outermostAlias;
      this.outermostAlias ??= node;
      const target = this.#resolve(node);
      if (!target) throw new Refusal(node, `Nothing has the anchor "&${node.name}"`, true);
      const text = this.write(target);
      this.outermostAlias = outer;
      return text;
    }
    if (node.kind === 'sequence') return `[${node.items.map((item) => this.write(item)).join(',')}]`;
    const members = node.pairs.map(({ key, value }) => {
      const name = key.kind === 'alias' ? this.#resolve(key) : key;
      if (name?.kind !== 'scalar') throw new Refusal(key, 'A key of attributes must be a text');
      return `${JSON.stringify(name.value)}:${value ? this.write(value) : 'null'}`;
    });
    return `{${members.join(',')}}`;
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
