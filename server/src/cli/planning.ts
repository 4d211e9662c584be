import {
  type Desired,
  desired,
  fetchLive,
  isSid,
  type Live,
  otherRegion,
  type Plan,
  plan,
  printable,
  type ServiceSid,
  type TwilioAccount,
  type TwilioService,
} from '../../../core/src';
import { type RolesFile, reportProblems } from './roles-file';
import { readSeverities } from './severities';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export interface PlanningOptions {
  readonly service?: string;
  readonly prune?: boolean;
  readonly signal: AbortSignal;
}

export interface Planned {
  readonly service: TwilioService;
  readonly live: Live;
  readonly plan: Plan;
}

/** What a deploy of the file would change. `undefined` where the file has errors, which have been said then. */
export async function planFile(
  file: RolesFile,
  twilio: TwilioAccount,
  options: PlanningOptions,
  terminal: Terminal,
): Promise<Planned | undefined> {
  const wanted = await desiredOf(file, options.service, terminal);
  if (!wanted || !isOfRegion(file, wanted.desired, twilio, terminal)) return undefined;
  const { signal } = options;
  const service = await openService(twilio, wanted.desired.product, wanted.sid, signal);
  const live = await fetchLive(service, wanted.desired, { signal });
  return { service, live, plan: plan(wanted.desired, live, { prune: options.prune ?? false }) };
}

/**
 * What a file asks of the service that it and `--service` name; `undefined` where it has errors, which have been said.
 *
 * @throws UsageError where neither names one.
 */
export async function desiredOf(
  file: RolesFile,
  service: string | undefined,
  terminal: Terminal,
): Promise<{ readonly desired: Desired; readonly sid: ServiceSid | 'default' } | undefined> {
  const { services } = file.document.head.entry;
  // A service may be said by its SID, too, where the file gives it a name.
  const named = services.find(({ name, sid }) => (name ?? sid)?.value === service || sid?.value === service);
  const [only] = services;
  if (service !== undefined && !named && only?.sid && !only.name) {
    throw new UsageError(
      `"${file.name}" is for the service ${only.sid.value} alone. Leave --service out, or give the file "services" to choose from.`,
    );
  }
  const key = services.length === 0 ? undefined : named ? named.name?.value : service;
  const severities = await readSeverities([], terminal.cwd);
  const wanted = desired(file.document, key, { severities });
  if ('problems' in wanted) {
    await reportProblems(file, terminal, wanted.problems);
    return undefined;
  }
  const sid = wanted.desired.target?.sid ?? parseService(service);
  if (!sid) {
    throw new UsageError(`"${file.name}" names no service. Say which: --service IS… or --service default.`);
  }
  return { desired: wanted.desired, sid };
}

/** Whether the credentials are of the region that the file names, where it names one; says so where they aren't. */
export function isOfRegion(
  { name }: RolesFile,
  desired: Desired,
  twilio: TwilioAccount,
  terminal: Terminal,
): boolean {
  const region = otherRegion(desired, twilio);
  if (region !== undefined) {
    terminal.say(
      `"${printable(name)}" is for region ${region}, and these are credentials of ${twilio.region}. Use those of ${region}, with TWILIO_REGION and TWILIO_EDGE beside them.`,
    );
  }
  return region === undefined;
}

/** @throws UsageError where it's neither an IS SID nor `default`. */
export function parseService(text: string | undefined): ServiceSid | 'default' | undefined {
  if (text === undefined || text === 'default' || isSid(text, 'IS')) return text;
  throw new UsageError(
    `There is no service "${text}": write an IS SID, "default", or a name that the file gives.`,
  );
}

/** @throws UsageError where the account has no such service. */
export async function openService(
  twilio: TwilioAccount,
  product: Live['product'],
  sid: ServiceSid | 'default',
  signal: AbortSignal,
): Promise<TwilioService> {
  const service = await twilio.service(product, sid, { signal });
  if (service) return service;
  const words = product === 'chat' ? 'Chat' : 'Conversations';
  throw new UsageError(
    `Account ${twilio.sid} has no ${words} service ${sid}. Check --service and the account.`,
  );
}
