import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import type { Block, RoleEntry, UserEntry } from '../document/model';
import type { Span } from '../span';
import { isWithin } from './letters';

/** A line of the outline. Spans count from the start of the file. */
export interface OutlineSymbol extends Span {
  readonly name: string;
  readonly kind: 'section' | 'service' | 'role' | 'user' | 'default';
  readonly detail?: string;
  /** What to put the cursor on. */
  readonly selection: Span;
  readonly children?: readonly OutlineSymbol[];
}

/** More than this are of no use to a person and a burden to an editor. */
export const mostSymbols = 5000;

/** The outline: services, roles, defaults and users. Beyond `most` entries the rest is left out. */
export function documentSymbols(document: RolesDocument, most = mostSymbols): readonly OutlineSymbol[] {
  const roles = document.roles.slice(0, most);
  const users = document.users.slice(0, Math.max(0, most - roles.length));
  return [
    ...services(document),
    ...section(document, 'roles', roles.map(roleSymbol)),
    ...defaults(document),
    ...section(document, 'users', users.map(userSymbol)),
  ];
}

/** Roles and users whose name has the letters of `query`, in that order, whatever is between them. */
export function findSymbols(document: RolesDocument, query: string, most: number): readonly OutlineSymbol[] {
  const fits = (name: string | undefined) => name !== undefined && isWithin(query, name);
  const found: OutlineSymbol[] = [];
  for (const block of document.roles) {
    if (found.length >= most) return found;
    if (fits(block.entry.friendlyName?.value)) found.push(roleSymbol(block));
  }
  for (const block of document.users) {
    if (found.length >= most) return found;
    if (fits(block.entry.identity?.value)) found.push(userSymbol(block));
  }
  return found;
}

function roleSymbol(block: Block<RoleEntry>): OutlineSymbol {
  const { friendlyName, type, permissions } = block.entry;
  const count =
    permissions && `${permissions.items.length} permission${permissions.items.length === 1 ? '' : 's'}`;
  return {
    name: friendlyName?.value || '(no name)',
    kind: 'role',
    detail: [type?.value, count].filter(Boolean).join(', '),
    ...spanOf(block),
    selection: friendlyName ? toFile(block, friendlyName) : startOf(block),
  };
}

function userSymbol(block: Block<UserEntry>): OutlineSymbol {
  const { identity, sid, role } = block.entry;
  const name = identity ?? sid;
  return {
    name: name?.value || '(no identity)',
    kind: 'user',
    ...(role && { detail: role.value }),
    ...spanOf(block),
    selection: name ? toFile(block, name) : startOf(block),
  };
}

function services({ head }: RolesDocument): readonly OutlineSymbol[] {
  return head.entry.services.flatMap(({ name, sid }): OutlineSymbol[] => {
    const first = name ?? sid;
    if (!first) return [];
    const selection = toFile(head, first);
    const end = sid ? toFile(head, sid).end : selection.end;
    return [
      {
        name: name?.value ?? 'service',
        kind: 'service',
        ...(sid && { detail: sid.value }),
        start: selection.start,
        end: Math.max(end, selection.end),
        selection,
      },
    ];
  });
}

function defaults({ head }: RolesDocument): readonly OutlineSymbol[] {
  const children = Object.entries(head.entry.defaults).map(([key, text]): OutlineSymbol => {
    const span = toFile(head, text);
    return { name: key, kind: 'default', detail: text.value, ...span, selection: span };
  });
  return section({ head }, 'defaults', children);
}

/** A key of the top with what is under it; nothing where nothing is. */
function section(
  { head }: Pick<RolesDocument, 'head'>,
  key: string,
  children: readonly OutlineSymbol[],
): readonly OutlineSymbol[] {
  const first = children[0];
  const last = children.at(-1);
  if (!first || !last) return [];
  const node = head.entry.node?.kind === 'mapping' ? head.entry.node : undefined;
  const pair = node?.pairs.find(
    (candidate) => candidate.key.kind === 'scalar' && candidate.key.value === key,
  );
  if (!pair) return children;
  const selection = toFile(head, pair.key);
  // The key that can be read may be another than the one that the entries are under: the file has it twice.
  const start = Math.min(selection.start, first.start);
  const end = Math.max(selection.end, last.end);
  return [{ name: key, kind: 'section', start, end, selection, children }];
}

/** A block without the blank lines and comments after it. */
function spanOf(block: Block): Span {
  const { node } = block.entry;
  const end = node ? toFile(block, node).end : block.start + block.text.trimEnd().length;
  return { start: block.start, end };
}

function startOf(block: Block): Span {
  return { start: block.start, end: block.start };
}
