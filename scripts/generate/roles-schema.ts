import { type Product, permissionsOf, products, type RoleType, roleTypes } from '../../core/src';
import { keysOf, type Place } from '../../core/src/document/keys';
import { definition, type Schema, valueSchemas } from './value-schema';

/** schemas/roles.schema.json: as much of the format as JSON schema can say, for editors without this extension. */
export function rolesSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Twilio Roles',
    description: 'The roles of a service of Twilio Conversations or Programmable Chat.',
    ...mapping('head'),
    not: { required: ['service', 'services'] },
    ...when(
      { properties: { product: { const: 'chat' } }, required: ['product'] },
      rolesOf('chat'),
      rolesOf('conversations'),
    ),
    definitions: {
      service: { ...mapping('service'), dependencies: { region: ['edge'], edge: ['region'] } },
      defaults: mapping('defaults'),
      user: { ...mapping('user'), anyOf: [{ required: ['identity'] }, { required: ['sid'] }] },
      role: mapping('role'),
      ...Object.fromEntries(products.map((product) => [`${product}Role`, role(product)])),
      ...Object.fromEntries(
        products.flatMap((product) =>
          roleTypes[product].map((type) => [permissionsName(type), permissions(type)] as const),
        ),
      ),
    },
  };
}

function mapping(place: Place): Schema {
  const required = keysOf[place].flatMap((info) => (info.required ? [info.key] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(
      keysOf[place].map(({ key, description, value }) => [key, { ...valueSchemas[value], description }]),
    ),
    patternProperties: { '^x-': {} },
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  };
}

function rolesOf(product: Product): Schema {
  return { properties: { roles: { items: definition(`${product}Role`) } } };
}

/** A role of a product: which permissions fit depends on its type. */
function role(product: Product): Schema {
  const types = roleTypes[product];
  return {
    allOf: [
      definition('role'),
      { properties: { type: { enum: types } } },
      ...types.map((type) =>
        when(
          { properties: { type: { const: type } }, required: ['type'] },
          { properties: { permissions: definition(permissionsName(type)) } },
        ),
      ),
    ],
  };
}

function permissionsName(type: RoleType): string {
  return `${type}Permissions`;
}

/** A list, or lists inside the list as aliases bring them. */
function permissions(type: RoleType): Schema {
  const entries = [...permissionsOf(type).values()];
  return {
    type: 'array',
    items: {
      anyOf: [
        {
          enum: entries.map(({ permission }) => permission),
          enumDescriptions: entries.map(({ meaning, status }) =>
            status === 'documented' ? `May ${meaning}.` : `May ${meaning}. (${status})`,
          ),
        },
        definition(permissionsName(type)),
      ],
    },
  };
}

/** Built from entries: an object literal with a key `then` looks like a promise to whoever awaits it. */
function when(condition: Schema, consequence: Schema, otherwise?: Schema): Schema {
  return Object.fromEntries([
    ['if', condition],
    ['then', consequence],
    ...(otherwise ? [['else', otherwise] as const] : []),
  ]);
}
