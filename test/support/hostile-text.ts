/** Files made to hurt, each with what has to be said of it. Figures of how long they take are the benchmark's. */

function times(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => line(n)).join('');
}

function bytes(length: number): string {
  let text = '';
  for (let n = 0; n < length; n++) text += String.fromCharCode((n * 7919 + (n >> 3) * 31) & 255);
  return text;
}

export interface HostileText {
  readonly name: string;
  readonly text: () => string;
  /** The rule and the beginning of one message among those that the file gets; absent where it is sound. */
  readonly says?: readonly [rule: string, message: string];
}

export const hostileTexts: readonly HostileText[] = [
  {
    name: '20 000 keys at the top',
    text: () => times(20_000, (n) => `key${n}: v\n`),
    says: ['unknown-key', 'Unknown key "key0" at the top of the file'],
  },
  {
    name: '20 000 keys in a role',
    text: () => `roles:\n  - friendlyName: A\n${times(20_000, (n) => `    key${n}: v\n`)}`,
    says: ['unknown-key', 'Unknown key "key0" in a role'],
  },
  {
    name: 'the same key 20 000 times',
    text: () => `roles:\n  - friendlyName: A\n${'    type: service\n'.repeat(20_000)}`,
    says: ['duplicate-key', '"type" is here a second time'],
  },
  {
    name: 'a depth of 10 000 in flow style',
    text: () => `x-a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
    says: ['yaml-syntax', 'More than 64 lists and mappings are inside one another'],
  },
  {
    name: 'a depth of 10 000 in block style',
    text: () => `x-a:\n  ${'- '.repeat(10_000)}a\n`,
    says: ['yaml-syntax', 'More than 64 lists and mappings are inside one another'],
  },
  {
    name: 'a name of 5 MB',
    text: () =>
      `roles:\n  - friendlyName: ${'a'.repeat(5_000_000)}\n    type: service\n    permissions: [joinConversation]\n`,
    says: ['name-too-long', ''],
  },
  {
    name: 'a quote that is open for 5 MB',
    text: () => `roles:\n  - friendlyName: "${'a '.repeat(2_500_000)}\n`,
    says: ['yaml-syntax', 'This text is never closed; write the closing "'],
  },
  {
    name: '100 000 anchors',
    text: () => times(100_000, (n) => `x-${n}: &a${n} v\n`),
    says: ['unused-anchor', 'No alias uses the anchor "a0"'],
  },
  {
    name: '50 000 anchors of one name, each used',
    text: () => `x-a:\n${'  - &a v\n  - *a\n'.repeat(50_000)}`,
  },
  {
    name: 'a bomb of aliases',
    text: () =>
      `x-0: &a0 [sendMessage]\n${times(30, (n) => `x-${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]\n`)}` +
      'roles:\n  - friendlyName: A\n    type: service\n    permissions: *a30\n',
    says: ['yaml-syntax', 'Aliases bring more than 200 items into this list'],
  },
  {
    name: 'a bomb of aliases to nothing',
    text: () =>
      `x-0: &a0 []\n${times(30, (n) => `x-${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]\n`)}` +
      'roles:\n  - friendlyName: A\n    type: service\n    permissions: *a30\n',
    says: ['yaml-syntax', 'Aliases bring more than 200 items into this list'],
  },
  {
    name: '5000 anchors, each of the one before',
    text: () =>
      `x-0: &a0 {}\n${times(5000, (n) => `x-${n + 1}: &a${n + 1} { k: *a${n} }\n`)}` +
      'users:\n  - identity: a\n    attributes: *a5000\n',
    says: ['malformed-attributes', 'Attributes are too deep; write them flatter'],
  },
  {
    name: 'a list that holds itself',
    text: () =>
      'roles:\n  - friendlyName: A\n    type: service\n    permissions: &a [joinConversation, *a]\n',
    says: [
      'yaml-syntax',
      'Aliases bring more than 200 items into this list, go more than 64 deep, or lead back to themselves',
    ],
  },
  {
    name: '__proto__ and constructor as keys and names',
    text: () =>
      '__proto__: 1\nroles:\n  - __proto__: { a: 1 }\n    constructor: b\n    friendlyName: __proto__\n    type: constructor\n' +
      '    permissions: [__proto__, constructor]\nusers:\n  - identity: __proto__\n    role: constructor\n' +
      '    attributes: { __proto__: 1 }\ndefaults:\n  __proto__: a\n',
    says: ['unknown-key', 'Unknown key "__proto__" at the top of the file'],
  },
  {
    name: 'a NUL character',
    text: () => 'roles:\n  - friendlyName: A\0B\n    type: service\n',
    says: ['yaml-syntax', "A NUL character can't be in YAML"],
  },
  {
    name: 'half of a surrogate pair',
    text: () => 'roles:\n  - friendlyName: a\ud800\n    type: service\n',
    says: ['yaml-syntax', "A control character can't be in YAML"],
  },
  {
    name: 'every kind of line end at once',
    text: () =>
      'product: chat\r\nroles:\r  - friendlyName: A\n    type: channel\r\n    permissions:\r      - sendMessage\n',
  },
  {
    name: 'a byte order mark',
    text: () =>
      '\uFEFFproduct: chat\nroles:\n  - friendlyName: A\n    type: nonsense\n    permissions: [sendMessage]\n',
    says: ['unknown-role-type', ''],
  },
  {
    name: 'a file of 50 MB',
    text: () =>
      `roles:\n${'  - friendlyName: A\n    type: service\n    permissions: [joinConversation]\n'.repeat(670_000)}`,
    says: ['yaml-syntax', 'This file is larger than 10 MB'],
  },
  {
    name: 'one line of 50 MB',
    text: () => 'a'.repeat(50_000_000),
    says: ['yaml-syntax', 'This file is larger than 10 MB'],
  },
  {
    name: 'binary data',
    text: () => bytes(200_000),
    says: ['yaml-syntax', "A NUL character can't be in YAML"],
  },
  {
    name: 'a line of spaces',
    text: () => `${' '.repeat(2_000_000)}a`,
    says: ['wrong-value', ''],
  },
  {
    name: 'a list of 900 that 3000 roles share',
    text: () =>
      `x-a: &a [${'sendMessage, '.repeat(900)}]\nroles:\n` +
      times(3000, (n) => `  - friendlyName: R${n}\n    type: service\n    permissions: *a\n`),
    says: ['yaml-syntax', 'Aliases bring more than 200 items into this list'],
  },
  {
    name: 'a list of 190 words that 3000 roles share',
    text: () =>
      `x-a: &a [${times(190, (n) => `word${n}, `)}]\nroles:\n` +
      times(3000, (n) => `  - friendlyName: R${n}\n    type: service\n    permissions: *a\n`),
    says: ['unknown-permission', 'Unknown permission "word0" (from *a'],
  },
  {
    name: 'a bomb of aliases in the attributes of 200 users',
    text: () =>
      `x-0: &a0 [v]\n${times(9, (n) => `x-${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]\n`)}users:\n` +
      times(200, (n) => `  - identity: u${n}\n    attributes: { a: *a9 }\n`),
    says: ['malformed-attributes', ''],
  },
  {
    name: 'a text of 1 MB in the attributes of 3000 users, 1000 times in each',
    text: () =>
      `x-text: &text ${'a'.repeat(1_000_000)}\nx-list: &list [${'*text, '.repeat(999)}]\nusers:\n` +
      times(3000, (n) => `  - identity: u${n}\n    attributes: { a: *list }\n`),
    says: ['malformed-attributes', ''],
  },
  {
    name: 'attributes of 1 MB that 1000 users share',
    text: () =>
      `x-json: &json '{"a":"${'a'.repeat(1_000_000)}"}'\nusers:\n` +
      times(1000, (n) => `  - identity: u${n}\n    attributes: *json\n`),
    says: ['malformed-attributes', ''],
  },
  {
    name: '5000 lists, each of the one before',
    text: () =>
      `roles:\n  - friendlyName: R\n    type: service\n    permissions: &a0 [joinConversation]\n` +
      times(
        5000,
        (n) => `  - friendlyName: R${n}\n    type: service\n    permissions: &a${n + 1} [*a${n}]\n`,
      ),
    says: ['yaml-syntax', 'Aliases bring more than'],
  },
  {
    name: 'a role of 20 000 keys, 3000 times',
    text: () =>
      `x-role: &role\n${times(20_000, (n) => `  key${n}: v\n`)}roles:\n${'  - *role\n'.repeat(3000)}`,
    says: ['wrong-value', 'This role has more than 200 keys by an alias'],
  },
  {
    name: '20 000 pins that 3000 roles share',
    text: () =>
      `x-pins: &pins\n${times(20_000, (n) => `  s${n}: RL${String(n).padStart(32, '0')}\n`)}roles:\n` +
      times(
        3000,
        (n) =>
          `  - friendlyName: R${n}\n    type: service\n    permissions: [joinConversation]\n    sid: *pins\n`,
      ),
    says: ['wrong-value', '"sid" has more than 200 keys by an alias'],
  },
  {
    name: '20 000 services, and a role with as many pins',
    text: () => {
      const pins = (prefix: string) =>
        times(
          20_000,
          (n) => `  ${prefix === 'IS' ? '' : '    '}s${n}: ${prefix}${String(n).padStart(32, '0')}\n`,
        );
      return `services:\n${pins('IS')}roles:\n  - friendlyName: A\n    type: service\n    permissions: [joinConversation]\n    sid:\n${pins('RL')}`;
    },
  },
  {
    name: '2000 services, and a role with as many slips in the names of its pins',
    text: () =>
      `services:\n${times(2000, (n) => `  service${n}: IS${String(n).padStart(32, '0')}\n`)}` +
      'roles:\n  - friendlyName: A\n    type: service\n    permissions: [joinConversation]\n    sid:\n' +
      times(2000, (n) => `      servic${n}e: RL${String(n).padStart(32, '0')}\n`),
    says: ['unknown-service', 'The file has no service "servic0e"'],
  },
];
