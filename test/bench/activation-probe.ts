/** What `activation.ts` runs inside an extension host: activates the extension and leaves how long that took. */
import { writeFileSync } from 'node:fs';
import { extensions } from 'vscode';

export async function run(): Promise<void> {
  const extension = extensions.getExtension('twilio-roles.twilio-roles');
  const start = performance.now();
  await extension?.activate();
  const whole = performance.now() - start;
  const [own] = performance.getEntriesByName('twilioRoles.activate');
  const path = process.env.TWILIO_ROLES_TEST_RESULTS;
  if (path && own) writeFileSync(path, JSON.stringify({ own: own.duration, whole }));
}
