import { type Product, products } from '../../catalog';
import { isNull, type Resolve, textOf } from '../../document/entries';
import type { ValueKind } from '../../document/keys';
import type { YamlMapping, YamlNode } from '../../document/model';
import type { Finding } from '../../finding';
import { changeTo } from './change-to';
import { expectedShapes } from './expected-shapes';
import type { Field } from './fields';
import { didYouMean, nearMisses } from './near-miss';
import { quoted } from './words';

const none: readonly Finding[] = [];

type Check = (value: YamlNode, product: Product, resolve: Resolve) => readonly Finding[];

/** What may be wrong inside a value of the right shape. SIDs, types, names and permissions have rules of their own. */
const checks: Readonly<Partial<Record<ValueKind, Check>>> = {
  product: wrongProductName,
  service: noDefaultService,
  services: wrongServices,
  'role-sid': wrongPins,
  region: (value) => wrongPartOfHost(value, 'region'),
  edge: (value) => wrongPartOfHost(value, 'edge'),
  permissions: wrongItems,
  'role-name': halfCharacter,
  identity: wrongIdentity,
  text: halfCharacter,
  attributes: halfCharacter,
};

export function wrongContent({ info, value }: Field, product: Product, resolve: Resolve): readonly Finding[] {
  return (value && checks[info.value]?.(value, product, resolve)) ?? none;
}

function wrongProductName(node: YamlNode): readonly Finding[] {
  if (node.kind !== 'scalar' || products.some((product) => product === node.value)) return none;
  const near = nearMisses(node.value, products);
  const remedy = didYouMean(near, expectedShapes.product.takes);
  const { start, end } = node;
  const message = `Unknown product ${quoted(node.value)}; ${remedy}`;
  return [{ start, end, message, fixes: changeTo(node, near) }];
}

function noDefaultService(node: YamlNode, product: Product): readonly Finding[] {
  if (product !== 'chat' || node.kind !== 'scalar' || node.value !== 'default') return none;
  const { start, end } = node;
  return [{ start, end, message: 'Chat has no "default" service; write the IS SID of the service' }];
}

function wrongServices(node: YamlNode, product: Product): readonly Finding[] {
  if (node.kind !== 'mapping') return none;
  return [
    ...withoutSid(node, ['scalar', 'mapping'], expectedShapes.service.takes),
    ...node.pairs.flatMap(({ value }) => (value ? noDefaultService(value, product) : none)),
  ];
}

function wrongPins(node: YamlNode): readonly Finding[] {
  return node.kind === 'mapping'
    ? withoutSid(node, ['scalar'], 'write the RL SID that the role has there')
    : none;
}

function withoutSid(
  { pairs }: YamlMapping,
  shapes: readonly YamlNode['kind'][],
  remedy: string,
): readonly Finding[] {
  return pairs.flatMap(({ key, value }) => {
    const isFine = value && !isNull(value) && (value.kind === 'alias' || shapes.includes(value.kind));
    if (isFine || key.kind !== 'scalar' || key.value === '<<') return none;
    return [{ start: key.start, end: key.end, message: `No SID for ${quoted(key.value)}; ${remedy}` }];
  });
}

function wrongPartOfHost(node: YamlNode, what: 'region' | 'edge'): readonly Finding[] {
  if (node.kind !== 'scalar' || /^[a-z0-9-]+$/.test(node.value)) return none;
  const { start, end } = node;
  return [{ start, end, message: `${quoted(node.value)} is no ${what}; ${expectedShapes[what].takes}` }];
}

/** An escape can say half of a surrogate pair, and a request can't: Twilio would get another name, each time anew. */
function halfCharacter(node: YamlNode, _: Product, resolve: Resolve): readonly Finding[] {
  const text = textOf(node, resolve);
  const half = text?.value.match(/\p{Cs}/u)?.[0];
  if (!text || half === undefined) return none;
  const { start, end } = text;
  const message = `Half of a character, ${JSON.stringify(half)}, can't be sent to Twilio; write the whole character, or none`;
  return [{ start, end, message }];
}

function wrongIdentity(node: YamlNode, product: Product, resolve: Resolve): readonly Finding[] {
  const text = textOf(node, resolve);
  if (!text || !/^\.\.?$/.test(text.value)) return halfCharacter(node, product, resolve);
  const { start, end } = text;
  const message = `The identity ${quoted(text.value)} means a folder in a URL, so Twilio can't be asked for this user; write another one, or the user's "sid" instead`;
  return [{ start, end, message }];
}

/** Lists inside the list are flattened, so they may hold what the list may. */
function wrongItems(list: YamlNode): readonly Finding[] {
  if (list.kind !== 'sequence') return none;
  return list.items.flatMap((item) => {
    const { start, end } = item;
    if (item.kind === 'sequence') return wrongItems(item);
    if (isNull(item)) return [{ start, end, message: 'Empty item; write a permission, or remove the "-"' }];
    if (item.kind !== 'mapping') return none;
    return [{ start, end, message: 'A permission is a single word; write it after the "-", without a ":"' }];
  });
}
