import { type Product, products } from '../../catalog';
import { contentOf, isNull, type Resolve, textOf } from '../../document/entries';
import type { ValueKind } from '../../document/keys';
import type { YamlContent, YamlMapping, YamlNode } from '../../document/model';
import type { Finding } from '../../finding';
import { didYouMean, nearMisses } from '../../near-miss';
import { atAlias } from './at-alias';
import { changeTo } from './change-to';
import { expectedShapes } from './expected-shapes';
import type { Field } from './fields';
import { quoted } from './words';

const none: readonly Finding[] = [];

type Check = (value: YamlContent, product: Product, resolve: Resolve) => readonly Finding[];

/** What may be wrong inside a value of the right shape. SIDs, types, names and permissions have rules of their own. */
const checks: Readonly<Partial<Record<ValueKind, Check>>> = {
  product: wrongProductName,
  service: noDefaultService,
  services: wrongServices,
  'role-sid': wrongPins,
  region: (value) => wrongPartOfHost(value, 'region'),
  edge: (value) => wrongPartOfHost(value, 'edge'),
  permissions: (list, _, resolve) => wrongItems(list, resolve),
  'role-name': halfCharacter,
  identity: wrongIdentity,
  text: halfCharacter,
  attributes: halfCharacter,
};

export function wrongContent({ info, value }: Field, product: Product, resolve: Resolve): readonly Finding[] {
  return (value && checks[info.value]?.(value, product, resolve)) ?? none;
}

function wrongProductName(node: YamlContent): readonly Finding[] {
  if (node.kind !== 'scalar' || products.some((product) => product === node.value)) return none;
  const near = nearMisses(node.value, products);
  const remedy = didYouMean(near, expectedShapes.product.takes);
  const { start, end } = node;
  const message = `Unknown product ${quoted(node.value)}; ${remedy}`;
  return [{ start, end, message, fixes: changeTo(node, near) }];
}

function noDefaultService(
  node: YamlNode | undefined,
  product: Product,
  resolve: Resolve,
): readonly Finding[] {
  const text = product === 'chat' ? textOf(node, resolve) : undefined;
  if (text?.value !== 'default') return none;
  const { start, end } = text;
  return [{ start, end, message: 'Chat has no "default" service; write the IS SID of the service' }];
}

function wrongServices(node: YamlContent, product: Product, resolve: Resolve): readonly Finding[] {
  if (node.kind !== 'mapping') return none;
  return [
    ...withoutSid(node, ['scalar', 'mapping'], expectedShapes.service.takes, resolve),
    ...node.pairs.flatMap(({ value }) => noDefaultService(value, product, resolve)),
  ];
}

function wrongPins(node: YamlContent, _: Product, resolve: Resolve): readonly Finding[] {
  return node.kind === 'mapping'
    ? withoutSid(node, ['scalar'], 'write the RL SID that the role has there', resolve)
    : none;
}

function withoutSid(
  { pairs }: YamlMapping,
  shapes: readonly YamlContent['kind'][],
  remedy: string,
  resolve: Resolve,
): readonly Finding[] {
  return pairs.flatMap(({ key, value }) => {
    const sid = value && contentOf(value, resolve);
    const isFine = sid && !isNull(sid) && shapes.includes(sid.kind);
    if (isFine || key.kind !== 'scalar' || key.value === '<<') return none;
    return [{ start: key.start, end: key.end, message: `No SID for ${quoted(key.value)}; ${remedy}` }];
  });
}

function wrongPartOfHost(node: YamlContent, what: 'region' | 'edge'): readonly Finding[] {
  if (node.kind !== 'scalar' || /^[a-z0-9-]+$/.test(node.value)) return none;
  const { start, end } = node;
  return [{ start, end, message: `${quoted(node.value)} is no ${what}; ${expectedShapes[what].takes}` }];
}

/** An escape can say half of a surrogate pair, and a request can't: Twilio would get another name, each time anew. */
function halfCharacter(node: YamlContent): readonly Finding[] {
  const half = node.kind === 'scalar' ? node.value.match(/\p{Cs}/u)?.[0] : undefined;
  if (half === undefined) return none;
  const { start, end } = node;
  const message = `Half of a character, ${JSON.stringify(half)}, can't be sent to Twilio; write the whole character, or none`;
  return [{ start, end, message }];
}

function wrongIdentity(node: YamlContent): readonly Finding[] {
  if (node.kind !== 'scalar' || !/^\.\.?$/.test(node.value)) return halfCharacter(node);
  const { start, end } = node;
  const message = `The identity ${quoted(node.value)} means a folder in a URL, so Twilio can't be asked for this user; write another one, or the user's "sid" instead`;
  return [{ start, end, message }];
}

/** Lists inside the list are flattened, so they may hold what the list may. */
function wrongItems(list: YamlContent, resolve: Resolve): readonly Finding[] {
  if (list.kind !== 'sequence') return none;
  return list.items.flatMap((item) => {
    if (item.kind !== 'alias') return wrongItem(item, resolve);
    const content = resolve(item);
    // An alias in what an alias brings isn't followed: it may be a bomb.
    return content
      ? atAlias(
          item,
          wrongItem(content, () => undefined),
        )
      : none;
  });
}

function wrongItem(item: YamlContent, resolve: Resolve): readonly Finding[] {
  const { start, end } = item;
  if (item.kind === 'sequence') return wrongItems(item, resolve);
  if (isNull(item)) return [{ start, end, message: 'Empty item; write a permission, or remove the "-"' }];
  if (item.kind !== 'mapping') return none;
  return [{ start, end, message: 'A permission is a single word; write it after the "-", without a ":"' }];
}
