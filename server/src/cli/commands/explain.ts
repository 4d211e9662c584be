import {
  catalogDate,
  catalogSource,
  didYouMean,
  nearMisses,
  type PermissionStatus,
  permissionsOf,
  productOf,
  type RoleType,
  roleTypes,
  toChatPermission,
  toConversationsPermission,
} from '../../../../core/src';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

const statusWords: Record<PermissionStatus, string> = {
  documented: "on Twilio's role page",
  undocumented: "not on Twilio's role page, but seen accepted",
  doubtful: "on Twilio's role page, but the API has refused it (50104)",
};

interface Use {
  readonly type: RoleType;
  readonly meaning: string;
  readonly status: PermissionStatus;
}

/** Says what a permission is. Exit codes: 0 known; an unknown one is bad use. */
export function runExplain(
  permission: string,
  options: { readonly format: 'text' | 'json' },
  terminal: Terminal,
): number {
  const uses = [...roleTypes.conversations, ...roleTypes.chat].flatMap((type): Use[] => {
    const entry = permissionsOf(type).get(permission);
    return entry ? [{ type, meaning: entry.meaning, status: entry.status }] : [];
  });
  if (uses.length === 0) {
    const known = [...roleTypes.conversations, ...roleTypes.chat].flatMap((type) => [
      ...permissionsOf(type).keys(),
    ]);
    const remedy = didYouMean(nearMisses(permission, known), `${catalogSource('conversations')} lists them.`);
    throw new UsageError(
      `Conversations and Chat have no permission "${permission}" as of ${catalogDate}; ${remedy}`,
    );
  }
  const twin = twinOf(permission, uses);
  if (options.format === 'json') {
    terminal.out(`${JSON.stringify({ permission, uses, ...(twin !== undefined && { twin }) }, null, 2)}\n`);
    return 0;
  }
  const lines = [`${permission}: may ${uses[0]?.meaning}`];
  for (const { type, status } of uses) {
    lines.push(
      `  ${type} roles (${productOf(type) === 'chat' ? 'Chat' : 'Conversations'}): ${statusWords[status]}`,
    );
  }
  if (twin)
    lines.push(`  called ${twin.permission} in ${twin.product === 'chat' ? 'Chat' : 'Conversations'}`);
  terminal.out(`${lines.join('\n')}\n`);
  return 0;
}

/** The other product's name of a permission that has another name there. */
function twinOf(permission: string, uses: readonly Use[]) {
  const inChat = uses.some(({ type }) => productOf(type) === 'chat');
  const inConversations = uses.some(({ type }) => productOf(type) === 'conversations');
  if (inChat && !inConversations) {
    const name = toConversationsPermission(permission);
    return name === undefined || name === permission
      ? undefined
      : ({ product: 'conversations', permission: name } as const);
  }
  if (inConversations && !inChat) {
    const name = toChatPermission(permission);
    return name === permission ? undefined : ({ product: 'chat', permission: name } as const);
  }
  return undefined;
}
