import {
  type CancellationToken,
  type Disposable,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  workspace,
} from 'vscode';
import {
  check,
  isRoleType,
  permissionsOf,
  productOf,
  products,
  renderText,
  roleTypes,
} from '../../../core/src';
import type { RolesFile } from '../files/roles-files';
import { askedBy } from '../plan/asked';
import { fileFor } from '../plan/file-for';
import { makePlan } from '../plan/make-plan';
import type { Planning } from '../plan/planning';
import { severities } from '../settings';

/** Names as package.json declares them. None of these tools writes anything, to a file or to Twilio. */
export const tools = {
  validate: 'twilioRoles_validate',
  explain: 'twilioRoles_explainPermission',
  list: 'twilioRoles_listRoles',
  plan: 'twilioRoles_plan',
} as const;

export function aiTools(planning: Planning): Disposable[] {
  const register = (name: string, answer: (input: Input, token: CancellationToken) => Promise<string>) =>
    lm.registerTool<Input>(name, {
      invoke: async ({ input }, token) =>
        new LanguageModelToolResult([new LanguageModelTextPart(await answer(input ?? {}, token))]),
    });
  return [
    register(tools.validate, (input) => onFile(planning, input, validate)),
    register(tools.explain, async ({ permission }) => explain(text(permission))),
    register(tools.list, (input) => onFile(planning, input, list)),
    register(tools.plan, (input, token) => onFile(planning, input, (file) => planOf(planning, file, token))),
  ];
}

/** What a model sends: checked here, whatever the schema in package.json says. */
interface Input {
  readonly file?: unknown;
  readonly permission?: unknown;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The file that the model names, or the workspace's only one. */
async function onFile(
  { files }: Planning,
  { file }: Input,
  answer: (file: RolesFile) => Promise<string> | string,
): Promise<string> {
  const all = await files.list();
  const path = text(file);
  const matching = path ? all.filter(({ uri }) => workspace.asRelativePath(uri) === path) : all;
  const names = all.map(({ uri }) => workspace.asRelativePath(uri)).join(', ');
  const [only, another] = matching;
  if (!only)
    return all.length === 0 ? 'There is no roles file in the workspace.' : `No such file. There is: ${names}`;
  return another ? `Say which file: ${names}` : answer(only);
}

function validate({ uri, document }: RolesFile): string {
  const problems = check(document, { severities: severities() });
  if (problems.length === 0) return `${workspace.asRelativePath(uri)} has no problems.`;
  return problems
    .map(
      ({ start, severity, message, rule }) =>
        `${lineOf(document.text, start)}: ${severity}: ${message} (${rule})`,
    )
    .join('\n');
}

function lineOf(content: string, offset: number): string {
  return `line ${content.slice(0, offset).split('\n').length}`;
}

/** What a permission lets people do, and which types of role take it. */
export function explain(permission: string): string {
  const found = products.flatMap((product) =>
    roleTypes[product].flatMap((type) => {
      const entry = permissionsOf(type).get(permission);
      return entry ? [`${product}, ${type} roles: may ${entry.meaning} (${entry.status}).`] : [];
    }),
  );
  return found.length > 0
    ? `${permission}\n${found.join('\n')}`
    : `No catalog has a permission "${permission}".`;
}

function list({ document }: RolesFile): string {
  return document.roles
    .map(({ entry: { friendlyName, type, permissions } }) => {
      const known = type && isRoleType(type.value) ? `${type.value}, ${productOf(type.value)}` : 'no type';
      const given = permissions?.items.map(({ value }) => value).join(', ') ?? 'no permissions';
      return `${friendlyName?.value ?? '(no name)'} (${known}): ${given}`;
    })
    .join('\n');
}

/** Reads what is live and tells the difference; never asks and never writes. */
async function planOf(planning: Planning, file: RolesFile, token: CancellationToken): Promise<string> {
  const { session, live } = planning;
  if (!session.current) return 'Nobody is signed in to a Twilio account; a person has to do that first.';
  const { product } = file.document.head.entry;
  const kind = product?.value === 'chat' ? 'chat' : 'conversations';
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  for (const service of await live.services(kind).get()) {
    const key = { product: kind, sid: service.sid } as const;
    const found = fileFor([file], key, service.isDefault);
    if (!found) continue;
    const asked = askedBy(file, found.serviceName);
    if ('problems' in asked)
      return `The file has errors: ${asked.problems.map(({ message }) => message).join(' ')}`;
    const running = { signal: abort.signal, report: () => undefined };
    const { plan } = await makePlan(
      planning,
      planning.staging,
      { key, file: file.uri },
      asked.desired,
      running,
    );
    return renderText(plan);
  }
  return 'The file names no service of the account that is signed in.';
}
