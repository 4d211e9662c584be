import { products, roleTypes } from '../../core/src';
import type { ValueKind } from '../../core/src/document/keys';

export type Schema = Readonly<Record<string, unknown>>;

/** A reference to one of the schema's own definitions. */
export function definition(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

const roleName: Schema = { type: ['string', 'number'], minLength: 1, maxLength: 64 };
const hostPart: Schema = { type: 'string', pattern: '^[a-z0-9-]+$' };
const service: Schema = {
  anyOf: [sid('IS'), { const: 'default', description: "The account's default conversation service." }],
};

/** What JSON schema can say of the value under a key. */
export const valueSchemas: Readonly<Record<ValueKind, Schema>> = {
  product: { enum: products },
  service,
  services: {
    type: ['object', 'null'],
    additionalProperties: { anyOf: [...(service.anyOf as readonly Schema[]), definition('service')] },
  },
  'account-sid': sid('AC'),
  region: hostPart,
  edge: hostPart,
  roles: { type: ['array', 'null'] },
  users: { type: ['array', 'null'], items: definition('user') },
  defaults: { anyOf: [definition('defaults'), { type: 'null' }] },
  'role-name': roleName,
  'role-type': { enum: products.flatMap((product) => roleTypes[product]) },
  permissions: { type: 'array', minItems: 1 },
  'role-sid': { anyOf: [sid('RL'), { type: 'object', additionalProperties: sid('RL') }] },
  'user-sid': sid('US'),
  identity: {
    type: ['string', 'number'],
    minLength: 1,
    maxLength: 256,
    not: { type: 'string', pattern: '^US[0-9a-fA-F]{32}$' },
  },
  'default-role': roleName,
  'user-role': roleName,
  text: { type: ['string', 'number', 'boolean'] },
  attributes: { type: ['object', 'string'] },
};

function sid(prefix: string): Schema {
  return {
    type: 'string',
    pattern: `^${prefix}[0-9a-fA-F]{32}$`,
    description: `A SID: ${prefix} and 32 of 0-9 and a-f.`,
  };
}
