import type { Seed, SeedUser } from './seed';

/** Given names of many places with surnames that are made up; nobody real is meant. */
const given =
  'Ada Bram Chiara Dai Elif Farid Greta Hugo Ines Jun Kofi Lena Mateo Noor Oskar Priya Quinn Rosa Sami Tova Uri Vera Wes Xenia Yara Zoë'.split(
    ' ',
  );
const surnames =
  'Amberlock Brightmoor Coldwater Dunmarsh Eastvale Fernhollow Greywick Hartsfell Inkwell'.split(' ');
const teams = ['billing', 'delivery', 'returns', 'technical'];
const languages = ['en', 'de', 'fr', 'pt', 'ja'];

const nameOf = (index: number): readonly [string, string] => [
  given[index % given.length] ?? '',
  surnames[(index * 5 + Math.floor(index / given.length)) % surnames.length] ?? '',
];
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase();

/** People who work here sign in with their address. */
function staff(index: number, role: string, host: string): SeedUser {
  const [first, last] = nameOf(index);
  return {
    identity: `${plain(first)}.${plain(last)}@${host}`,
    friendlyName: `${first} ${last}`,
    role,
    attributes: {
      team: teams[index % teams.length],
      languages: [...new Set([languages[index % languages.length], 'en'])],
    },
    online: index % 3 === 0,
  };
}

/** Customers come as every integration names them: handles, numbers of a CRM, phone numbers, addresses. */
function customer(index: number, role?: string): SeedUser {
  const [first, last] = nameOf(index);
  const identities = [
    `${plain(first)}_${plain(last)}`,
    `crm-${104200 + index * 37}`,
    `whatsapp:+1555010${String(index).padStart(4, '0')}`,
    `${plain(first)}+${plain(last)}@example.org`,
    `${first} ${last}`,
  ];
  const identity = identities[index % identities.length] ?? '';
  return {
    identity,
    ...(index % 7 === 0 ? {} : { friendlyName: `${first} ${last}` }),
    ...(role === undefined ? {} : { role }),
    attributes:
      index % 4 === 0 ? {} : { since: 2019 + (index % 7), language: languages[index % languages.length] },
    online: index % 11 === 0,
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** What `npm start` shows: a support desk with its own roles, and a sales team that never touched the defaults. */
export const defaultSeed: Seed = {
  services: [
    {
      friendlyName: 'Support',
      default: true,
      roles: [
        {
          friendlyName: 'Agent',
          type: 'service',
          permissions: ['createConversation', 'joinConversation', 'addParticipant', 'editOwnUserInfo'],
        },
        { friendlyName: 'Guest', type: 'service', permissions: ['joinConversation'] },
        {
          friendlyName: 'Supervisor',
          type: 'conversation',
          permissions: [
            'addParticipant',
            'deleteAnyMessage',
            'editAnyMessage',
            'removeParticipant',
            'sendMessage',
          ],
        },
        {
          friendlyName: 'Customer',
          type: 'conversation',
          permissions: ['editOwnMessage', 'leaveConversation', 'sendMediaMessage', 'sendMessage'],
        },
      ],
      defaults: { user: 'Guest', participant: 'Customer', creator: 'Supervisor' },
      users: [
        ...range(0, 3).map((index) => staff(index, 'service admin', 'example.com')),
        ...range(3, 22).map((index) => staff(index, 'Agent', 'example.com')),
        {
          identity: 'ops/night-shift',
          friendlyName: 'Night shift',
          role: 'Agent',
          attributes: { shared: true },
        },
        { identity: 'faq-bot', friendlyName: 'FAQ bot', role: 'service user', attributes: { bot: true } },
        ...range(22, 86).map((index) => customer(index)),
      ],
    },
    {
      friendlyName: 'Sales',
      users: [
        ...range(100, 102).map((index) => staff(index, 'service admin', 'example.net')),
        ...range(102, 112).map((index) => staff(index, 'service user', 'example.net')),
        ...range(112, 140).map((index) => customer(index)),
      ],
    },
  ],
};
