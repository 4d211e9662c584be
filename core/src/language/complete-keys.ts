import { products, roleTypes } from '../catalog';
import { isExtensionKey, type KeyInfo, keysOf, type Place as MappingPlace } from '../document/keys';
import type { Completion, CompletionContext } from './completion-item';
import type { KeyPlace } from './place';
import { siblingKeys } from './sibling-keys';
import { choice } from './snippets';

/** Keys that a mapping doesn't have yet, those it can't do without first. */
export function keyCompletions(context: CompletionContext, { mapping }: KeyPlace): Completion[] {
  const { word, column, flow } = context.place;
  const present = siblingKeys(context);
  const rest = keysOf[mapping].filter(({ key }) => fits(key, mapping, present));
  return rest.map((info) => ({
    label: info.key,
    kind: 'key',
    documentation: info.description,
    ...(info.required && { detail: 'required' }),
    span: word,
    ...(word.colon || word.quote ? { newText: info.key } : withValue(info, context, column, flow)),
    sort: `${info.required ? 0 : 1}${String(keysOf[mapping].indexOf(info)).padStart(2, '0')}`,
  }));
}

/** Keys that exclude each other aren't offered beside each other. */
const rivals: Readonly<Record<string, string>> = { service: 'services', services: 'service' };

function fits(key: string, mapping: MappingPlace, present: ReadonlySet<string>): boolean {
  if (present.has(key) || isExtensionKey(key)) return false;
  const rival = mapping === 'head' ? rivals[key] : undefined;
  return rival === undefined || !present.has(rival);
}

/** The key, its colon, and the beginning of its value. */
function withValue(
  { key, value }: KeyInfo,
  { product }: CompletionContext,
  column: number,
  flow: boolean,
): { readonly newText: string; readonly snippet?: boolean } {
  if (value === 'product') return { newText: `${key}: ${choice(1, products)}`, snippet: true };
  if (value === 'role-type') return { newText: `${key}: ${choice(1, roleTypes[product])}`, snippet: true };
  if (flow) {
    return value === 'permissions' ? { newText: `${key}: [$1]`, snippet: true } : { newText: `${key}: ` };
  }
  const below = `\n${' '.repeat(column + 2)}`;
  if (value === 'permissions') return { newText: `${key}:${below}- $0`, snippet: true };
  if (value === 'roles') return { newText: `${key}:${below}- friendlyName: $0`, snippet: true };
  if (value === 'users') return { newText: `${key}:${below}- identity: $0`, snippet: true };
  if (value === 'defaults' || value === 'services') return { newText: `${key}:${below}$0`, snippet: true };
  return { newText: `${key}: ` };
}
