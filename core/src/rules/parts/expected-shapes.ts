import type { ValueKind } from '../../document/keys';
import type { YamlContent } from '../../document/model';

/** What a key takes: the kinds of node, and how a message says it with an example. */
export interface ExpectedShape {
  readonly shapes: readonly YamlContent['kind'][];
  readonly takes: string;
  /** Whether having no value is fine, or is the concern of a rule of its own. */
  readonly mayBeEmpty?: boolean;
  /** Whether an alias can't stand for it: entries are read one by one, where they are written. */
  readonly isWrittenHere?: boolean;
}

export const expectedShapes: Readonly<Record<ValueKind, ExpectedShape>> = {
  product: { shapes: ['scalar'], takes: 'write "conversations" or "chat"' },
  service: { shapes: ['scalar'], takes: 'write an IS SID or "default"' },
  services: {
    shapes: ['mapping'],
    takes: 'write a name for each service and its SID after it, as in "staging: IS…"',
    mayBeEmpty: true,
  },
  'account-sid': { shapes: ['scalar'], takes: 'write an AC SID' },
  region: { shapes: ['scalar'], takes: 'write a region such as "ie1"' },
  edge: { shapes: ['scalar'], takes: 'write an edge such as "dublin"' },
  roles: {
    shapes: ['sequence'],
    takes: 'write a list, each role beginning with "- friendlyName:"',
    mayBeEmpty: true,
    isWrittenHere: true,
  },
  users: {
    shapes: ['sequence'],
    takes: 'write a list, each user beginning with "- identity:"',
    mayBeEmpty: true,
    isWrittenHere: true,
  },
  defaults: {
    shapes: ['mapping'],
    takes: 'write "user", "participant" or "creator" with a role after it',
    mayBeEmpty: true,
  },
  'role-name': { shapes: ['scalar'], takes: "write the role's name", mayBeEmpty: true },
  'role-type': { shapes: ['scalar'], takes: "write the role's type, a single word" },
  permissions: { shapes: ['sequence'], takes: 'write a list, each permission after a "-"', mayBeEmpty: true },
  'role-sid': { shapes: ['scalar', 'mapping'], takes: 'write an RL SID, or one for each service by name' },
  'user-sid': { shapes: ['scalar'], takes: 'write a US SID' },
  identity: { shapes: ['scalar'], takes: "write the user's identity", mayBeEmpty: true },
  'default-role': { shapes: ['scalar'], takes: "write a role's friendlyName" },
  'user-role': { shapes: ['scalar'], takes: "write a role's friendlyName or its RL SID" },
  text: { shapes: ['scalar'], takes: 'write a text' },
  attributes: { shapes: ['scalar', 'sequence', 'mapping'], takes: '', mayBeEmpty: true },
};

/** What a message calls a node of this kind. */
export const shapeNames: Readonly<Record<YamlContent['kind'], string>> = {
  scalar: 'a single value',
  sequence: 'a list',
  mapping: 'a mapping',
};
