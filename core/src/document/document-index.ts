import { isRoleType, type RoleScope, scopeOf } from '../catalog';
import { isSid } from '../sid';
import type { Anchors } from './anchors';
import type { FileIndex } from './file-index';
import type { EntryBlock, HeadBlock } from './kept-blocks';
import type { Block, RoleEntry, Text, UserEntry } from './model';
import { Names } from './name-table';

/** The index of one document, which entries add themselves to and take themselves from. */
export class DocumentIndex implements FileIndex {
  head: HeadBlock;
  readonly roles = new Names<RoleEntry>();
  readonly rolesByScope = new Names<RoleEntry>();
  readonly rolesBySid = new Names<RoleEntry>();
  readonly users = new Names<UserEntry>();
  readonly usersBySid = new Names<UserEntry>();
  readonly usersByRole = new Names<UserEntry>();
  readonly anchors: FileIndex['anchors'];
  readonly aliases: FileIndex['aliases'];
  readonly broken = new Set<Block>();

  constructor(head: HeadBlock, anchors: Anchors) {
    this.head = head;
    this.anchors = anchors.defined;
    this.aliases = anchors.used;
  }

  add(block: EntryBlock): void {
    this.#update('add', block);
  }

  delete(block: EntryBlock): void {
    this.#update('delete', block);
  }

  #update(verb: 'add' | 'delete', block: EntryBlock): void {
    if (block.syntax.length > 0) this.broken[verb](block);
    if (isRole(block)) this.#updateRole(verb, block);
    else if (isUser(block)) this.#updateUser(verb, block);
  }

  #updateRole(verb: 'add' | 'delete', block: Block<RoleEntry>): void {
    const { friendlyName, type, sid } = block.entry;
    if (friendlyName) {
      this.roles[verb](friendlyName.value, block);
      if (type && isRoleType(type.value)) {
        this.rolesByScope[verb](`${scopeOf(type.value)} ${friendlyName.value}`, block);
      }
    }
    const pins = sid instanceof Map ? sid.values() : sid ? [sid as Text] : [];
    for (const pin of pins) this.rolesBySid[verb](pin.value, block);
  }

  #updateUser(verb: 'add' | 'delete', block: Block<UserEntry>): void {
    const { identity, sid, role } = block.entry;
    if (identity) this.users[verb](identity.value, block);
    if (sid) this.usersBySid[verb](sid.value, block);
    if (role && !isSid(role.value, 'RL')) this.usersByRole[verb](role.value, block);
  }

  *unresolvedRoles(scope: RoleScope): Iterable<string> {
    for (const name of this.usersByRole.names()) {
      if (!this.rolesByScope.has(`${scope} ${name}`)) yield name;
    }
  }
}

function isRole(block: Block): block is Block<RoleEntry> {
  return block.entry.kind === 'role';
}

function isUser(block: Block): block is Block<UserEntry> {
  return block.entry.kind === 'user';
}
