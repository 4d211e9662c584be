import { type Product, products } from '../catalog';
import type { ValueKind } from '../document/keys';
import type { YamlNode } from '../document/model';
import type { Finding } from '../finding';
import { changeTo } from './change-to';
import { expectedShapes } from './expected-shapes';
import { type Field, isNull } from './fields';
import { didYouMean, nearMisses } from './near-miss';
import { quoted } from './words';

const none: readonly Finding[] = [];

type Check = (value: YamlNode, product: Product) => Iterable<Finding>;

/** What may be wrong inside a value of the right shape. SIDs, types, names and permissions have rules of their own. */
const checks: Readonly<Partial<Record<ValueKind, Check>>> = {
  product: wrongProductName,
  service: noDefaultService,
  services: wrongServices,
  'role-sid': wrongPins,
  region: (value) => wrongPartOfHost(value, 'region'),
  edge: (value) => wrongPartOfHost(value, 'edge'),
  permissions: wrongItems,
};

export function wrongContent({ info, value }: Field, product: Product): Iterable<Finding> {
  return (value && checks[info.value]?.(value, product)) ?? none;
}

function* wrongProductName(node: YamlNode): Iterable<Finding> {
  if (node.kind !== 'scalar' || products.some((product) => product === node.value)) return;
  const near = nearMisses(node.value, products);
  const remedy = didYouMean(near, expectedShapes.product.takes);
  yield {
    start: node.start,
    end: node.end,
    message: `Unknown product ${quoted(node.value)}; ${remedy}`,
    fixes: changeTo(node, near),
  };
}

function* noDefaultService(node: YamlNode, product: Product): Iterable<Finding> {
  if (product !== 'chat' || node.kind !== 'scalar' || node.value !== 'default') return;
  const { start, end } = node;
  yield { start, end, message: 'Chat has no "default" service; write the IS SID of the service' };
}

function* wrongServices(node: YamlNode, product: Product): Iterable<Finding> {
  yield* withoutSid(node, ['scalar', 'mapping'], expectedShapes.service.takes);
  if (node.kind !== 'mapping') return;
  for (const { value } of node.pairs) if (value) yield* noDefaultService(value, product);
}

function* wrongPins(node: YamlNode): Iterable<Finding> {
  yield* withoutSid(node, ['scalar'], 'write the RL SID that the role has there');
}

function* withoutSid(node: YamlNode, shapes: readonly YamlNode['kind'][], remedy: string): Iterable<Finding> {
  if (node.kind !== 'mapping') return;
  for (const { key, value } of node.pairs) {
    const isFine = value && !isNull(value) && (value.kind === 'alias' || shapes.includes(value.kind));
    if (isFine || key.kind !== 'scalar' || key.value === '<<') continue;
    yield { start: key.start, end: key.end, message: `No SID for ${quoted(key.value)}; ${remedy}` };
  }
}

function* wrongPartOfHost(node: YamlNode, what: 'region' | 'edge'): Iterable<Finding> {
  if (node.kind !== 'scalar' || /^[a-z0-9-]+$/.test(node.value)) return;
  const { start, end } = node;
  yield { start, end, message: `${quoted(node.value)} is no ${what}; ${expectedShapes[what].takes}` };
}

/** Lists inside the list are flattened, so they may hold what the list may. */
function* wrongItems(list: YamlNode): Iterable<Finding> {
  if (list.kind !== 'sequence') return;
  for (const item of list.items) {
    const { start, end } = item;
    if (item.kind === 'sequence') yield* wrongItems(item);
    else if (isNull(item)) yield { start, end, message: 'Empty item; write a permission, or remove the "-"' };
    else if (item.kind === 'mapping')
      yield { start, end, message: 'A permission is a single word; write it after the "-", without a ":"' };
  }
}
