/** Every id that package.json and the code share. test/client/ids.test.ts holds the two against each other. */

export const commands = {
  signIn: 'twilioRoles.signIn',
  signOut: 'twilioRoles.signOut',
  switchAccount: 'twilioRoles.switchAccount',
  openSandbox: 'twilioRoles.openSandbox',
  showLog: 'twilioRoles.showLog',
  restartServer: 'twilioRoles.restartServer',
  refresh: 'twilioRoles.refresh',
  plan: 'twilioRoles.plan',
  deploy: 'twilioRoles.deploy',
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

export const views = {
  services: 'twilioRoles.services',
  plan: 'twilioRoles.plan',
} as const;

export const viewContainer = 'twilioRoles';

/** Settings below `twilioRoles.`; severities of rules are one setting, keyed by rule id. */
export const settings = {
  files: 'files',
} as const;

/** Keys that `when` clauses read. */
export const contexts = {
  /** `restricted` | `signed-out` | `signed-in` */
  session: 'twilioRoles.session',
} as const;

/** The authentication provider, as the Accounts menu knows it. */
export const authenticationProvider = 'twilioRoles';
