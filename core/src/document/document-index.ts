import { isRoleType, type RoleScope, roleScopes, scopeOf } from '../catalog';
import { isSid } from '../sid';
import type { Anchors } from './anchors';
import type { FileIndex, PlacedAnchor } from './file-index';
import type { Block, Head, RoleEntry, UserEntry } from './model';
import { Names } from './name-table';

/** The index of one document, which entries add themselves to and take themselves from. */
export class DocumentIndex implements FileIndex {
  head: Block<Head>;
  readonly roles = new Names<RoleEntry>();
  readonly rolesByScope = { service: new Names<RoleEntry>(), conversation: new Names<RoleEntry>() };
  readonly renames = { service: new Names<RoleEntry>(), conversation: new Names<RoleEntry>() };
  readonly rolesBySid = new Names<RoleEntry>();
  readonly users = new Names<UserEntry>();
  readonly usersBySid = new Names<UserEntry>();
  readonly usersByRole = new Names<UserEntry>();
  readonly usersByRoleSid = new Names<UserEntry>();
  readonly anchors: FileIndex['anchors'];
  readonly aliases: FileIndex['aliases'];
  readonly #unusedAnchors: FileIndex['unusedAnchors'];
  /** Roles whose type isn't known, and which may be of either level. */
  readonly #untyped = new Names<RoleEntry>();
  readonly #unresolved = { service: new Set<string>(), conversation: new Set<string>() };
  readonly nameless = new Set<Block<RoleEntry>>();

  constructor(head: Block<Head>, anchors: Pick<Anchors, 'defined' | 'used' | 'unused'>) {
    this.head = head;
    this.#unusedAnchors = () => anchors.unused();
    this.anchors = anchors.defined;
    this.aliases = anchors.used;
  }

  add(block: Block): void {
    this.#update('add', block);
  }

  delete(block: Block): void {
    this.#update('delete', block);
  }

  unresolvedRoles(scope: RoleScope): Iterable<string> {
    // A role whose name can't be read, or is misspelt away, may be the one.
    return this.nameless.size > 0 ? [] : this.#unresolved[scope];
  }

  unusedAnchors(): Iterable<PlacedAnchor> {
    return this.#unusedAnchors();
  }

  #update(verb: 'add' | 'delete', block: Block): void {
    if (isRole(block)) this.#updateRole(verb, block);
    else if (isUser(block)) this.#updateUser(verb, block);
  }

  #updateRole(verb: 'add' | 'delete', block: Block<RoleEntry>): void {
    const { friendlyName, type, sid, renamedFrom } = block.entry;
    if (friendlyName) {
      const name = friendlyName.value;
      this.roles[verb](name, block);
      if (type && isRoleType(type.value)) this.rolesByScope[scopeOf(type.value)][verb](name, block);
      else this.#untyped[verb](name, block);
      this.#resolve(name);
    } else {
      this.nameless[verb](block);
    }
    if (renamedFrom && type && isRoleType(type.value)) {
      this.renames[scopeOf(type.value)][verb](renamedFrom.value, block);
    }
    const pins = sid === undefined ? [] : 'value' in sid ? [sid] : sid.values();
    for (const pin of pins) this.rolesBySid[verb](pin.value, block);
  }

  #updateUser(verb: 'add' | 'delete', block: Block<UserEntry>): void {
    const { identity, sid, role } = block.entry;
    if (identity) this.users[verb](identity.value, block);
    if (sid) this.usersBySid[verb](sid.value, block);
    if (!role) return;
    if (isSid(role.value, 'RL')) {
      this.usersByRoleSid[verb](role.value, block);
    } else {
      this.usersByRole[verb](role.value, block);
      this.#resolve(role.value);
    }
  }

  #resolve(name: string): void {
    for (const scope of roleScopes) {
      const isOpen =
        this.usersByRole.has(name) && !this.rolesByScope[scope].has(name) && !this.#untyped.has(name);
      if (isOpen) this.#unresolved[scope].add(name);
      else this.#unresolved[scope].delete(name);
    }
  }
}

function isRole(block: Block): block is Block<RoleEntry> {
  return block.entry.kind === 'role';
}

function isUser(block: Block): block is Block<UserEntry> {
  return block.entry.kind === 'user';
}
