import { l10n, type QuickPickItem, window } from 'vscode';
import {
  type LiveRole,
  type PermissionEntry,
  type Product,
  permissionsOf,
  type RoleType,
  roleTypes,
} from '../../../core/src';
import { askWhich } from '../ask-which';
import { warn } from '../notify';
import { permissionCount } from '../sidebar/nodes/role';
import { attributesProblem, nameProblem } from './validate';

/** A role's new name; `undefined` where the person didn't give one. */
export function askName(
  title: string,
  type: RoleType,
  roles: readonly LiveRole[],
  value = '',
): Promise<string | undefined> {
  const taken = roles.filter((role) => role.type === type).map((role) => role.friendlyName);
  return Promise.resolve(
    window.showInputBox({
      title,
      prompt: l10n.t('Up to 64 characters. A role is matched by its name and type.'),
      value,
      ignoreFocusOut: true,
      validateInput: (text) => problemText(nameProblem(text, taken)),
    }),
  );
}

function problemText(problem: ReturnType<typeof nameProblem>): string | undefined {
  return (
    problem &&
    {
      empty: l10n.t('A role needs a name.'),
      long: l10n.t('A name has at most 64 characters.'),
      taken: l10n.t('There is a role of this name already.'),
    }[problem]
  );
}

/** The level that a new role works on. */
export async function askType(product: Product): Promise<RoleType | undefined> {
  const picked = await askWhich(
    roleTypes[product].map((type) => ({ label: type, detail: typeMeaning(type), type })),
    { placeHolder: l10n.t('What is the role for?') },
  );
  return picked?.type;
}

function typeMeaning(type: RoleType): string {
  return type === 'service' || type === 'deployment'
    ? l10n.t('What a user may do anywhere in the service')
    : l10n.t('What a participant may do in one conversation');
}

interface PermissionPick extends QuickPickItem {
  readonly permission: string;
}

/** A set of permissions, each with what it lets people do. `undefined` where the person backed out. */
export async function askPermissions(
  title: string,
  type: RoleType,
  given: readonly string[],
): Promise<readonly string[] | undefined> {
  const known = permissionsOf(type);
  const others = given.filter((permission) => !known.has(permission));
  const picks: PermissionPick[] = [
    ...[...known.values()].map((entry) => pickOf(entry, given.includes(entry.permission))),
    ...others.map((permission) => ({
      label: permission,
      permission,
      picked: true,
      description: l10n.t('not in the catalog'),
    })),
  ];
  const picked = await window.showQuickPick(picks, {
    title,
    placeHolder: l10n.t('Tick what the role may do'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (picked?.length === 0) {
    void warn(l10n.t('A role has at least one permission; nothing was staged.'));
    return undefined;
  }
  return picked?.map(({ permission }) => permission);
}

function pickOf({ permission, meaning, status }: PermissionEntry, picked: boolean): PermissionPick {
  const doubt = status === 'doubtful' ? ` · ${l10n.t('Twilio may refuse it')}` : '';
  return { label: permission, description: `${meaning}${doubt}`, permission, picked };
}

/** One of these roles. */
export async function askRole(
  placeHolder: string,
  roles: readonly LiveRole[],
): Promise<LiveRole | undefined> {
  const picked = await askWhich(
    roles.map((role) => ({
      label: role.friendlyName,
      description: permissionCount(role.permissions.length),
      detail: role.permissions.join(', '),
      role,
    })),
    { placeHolder, matchOnDetail: true },
  );
  return picked?.role;
}

/** A user's attributes as JSON. */
export function askAttributes(identity: string, value: string): Thenable<string | undefined> {
  const words = {
    json: l10n.t('This is not JSON.'),
    object: l10n.t('Attributes are a JSON object: { … }.'),
    long: l10n.t('Attributes have at most 16 KB.'),
  };
  return window.showInputBox({
    title: l10n.t('Attributes of {0}', identity),
    prompt: l10n.t('A JSON object'),
    value,
    ignoreFocusOut: true,
    validateInput(text) {
      const problem = attributesProblem(text);
      return problem && words[problem];
    },
  });
}
