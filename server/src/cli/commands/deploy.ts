import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fetchLive, parsePlan, recounted, stillHolds, usersOf } from '../../../../core/src';
import { type AccountOptions, openAccount } from '../account';
import { type CarryOutOptions, carryOut } from '../carry-out';
import { interruptible } from '../interrupt';
import { openService, planFile } from '../planning';
import { readText } from '../read-text';
import { readRolesFile } from '../roles-file';
import { isSavedPlan } from '../saved-plan';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

export interface DeployOptions extends AccountOptions, CarryOutOptions {
  readonly service?: string;
  readonly prune?: boolean;
}

/** Deploys a file, or a plan that was saved. Exit codes: 0 done or nothing to do, 1 otherwise. */
export async function runDeploy(
  name: string | undefined,
  options: DeployOptions,
  terminal: Terminal,
): Promise<number> {
  const saved = name === undefined ? undefined : savedPlan(name, terminal);
  if (name !== undefined && saved !== undefined) return deploySaved(name, saved, options, terminal);
  const file = readRolesFile(name, terminal);
  await using account = await openAccount(options, terminal);
  const planned = await interruptible((signal) =>
    planFile(file, account.twilio, { ...options, signal }, terminal),
  );
  return planned ? await carryOut(planned.plan, planned.service, options, terminal) : 1;
}

/** The text of a plan that `plan` saved, whatever the file is called; `undefined` of a roles.yaml. */
function savedPlan(name: string, { cwd }: Terminal): string | undefined {
  const path = resolve(cwd, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile() && !name.endsWith('.json')) return undefined;
  const text = readText(path);
  return name.endsWith('.json') || isSavedPlan(text) ? text : undefined;
}

/** A saved plan is carried out as it was reviewed, or not at all; the guard goes by how many users it touches now. */
async function deploySaved(
  name: string,
  text: string,
  options: DeployOptions,
  terminal: Terminal,
): Promise<number> {
  if (options.service !== undefined)
    throw new UsageError('A saved plan says itself which service it is for.');
  if (options.prune)
    throw new UsageError('A saved plan says itself what is deleted. Use --prune when you plan.');
  const saved = parsePlan(text);
  if ('problem' in saved) throw new UsageError(`"${name}": ${saved.problem}`);
  const { plan } = saved;
  await using account = await openAccount(options, terminal);
  if (account.twilio.sid !== plan.account) {
    terminal.say(
      `The plan is for account ${plan.account}, and this is ${account.twilio.sid}. Use that one's credentials.`,
    );
    return 1;
  }
  const { service, live } = await interruptible(async (signal) => {
    const service = await openService(account.twilio, plan.product, plan.service.sid, signal);
    return { service, live: await fetchLive(service, usersOf(plan), { signal }) };
  });
  if (!stillHolds(plan, live)) {
    terminal.say('What is live has moved on since the plan was made. Plan again.');
    return 1;
  }
  return await carryOut(recounted(plan, live), service, options, terminal);
}
