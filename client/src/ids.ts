/** Every id that package.json and the code share. test/client/ids.test.ts holds the two against each other. */

export const commands = {
  signIn: 'twilioRoles.signIn',
  signOut: 'twilioRoles.signOut',
  switchAccount: 'twilioRoles.switchAccount',
  openSandbox: 'twilioRoles.openSandbox',
  showLog: 'twilioRoles.showLog',
  restartServer: 'twilioRoles.restartServer',
  refresh: 'twilioRoles.refresh',
  retry: 'twilioRoles.retry',
  filter: 'twilioRoles.filter',
  clearFilter: 'twilioRoles.clearFilter',
  findUser: 'twilioRoles.findUser',
  loadMore: 'twilioRoles.loadMore',
  showConversations: 'twilioRoles.showConversations',
  showChat: 'twilioRoles.showChat',
  copySid: 'twilioRoles.copySid',
  openInConsole: 'twilioRoles.openInConsole',
  showAsJson: 'twilioRoles.showAsJson',
  revealInFile: 'twilioRoles.revealInFile',
  addToFile: 'twilioRoles.addToFile',
  plan: 'twilioRoles.plan',
  deploy: 'twilioRoles.deploy',
  planWithDeletions: 'twilioRoles.planWithDeletions',
  deploySelected: 'twilioRoles.deploySelected',
  showChange: 'twilioRoles.showChange',
  showDiff: 'twilioRoles.showDiff',
  savePlan: 'twilioRoles.savePlan',
  discard: 'twilioRoles.discard',
  discardAll: 'twilioRoles.discardAll',
  showDeploys: 'twilioRoles.showDeploys',
  showReport: 'twilioRoles.showReport',
  retryFailed: 'twilioRoles.retryFailed',
  undoDeploy: 'twilioRoles.undoDeploy',
  dismissDeploy: 'twilioRoles.dismissDeploy',
  assignRole: 'twilioRoles.assignRole',
  editPermissions: 'twilioRoles.editPermissions',
  createRole: 'twilioRoles.createRole',
  duplicateRole: 'twilioRoles.duplicateRole',
  renameRole: 'twilioRoles.renameRole',
  deleteRole: 'twilioRoles.deleteRole',
  renameUser: 'twilioRoles.renameUser',
  editAttributes: 'twilioRoles.editAttributes',
  deleteUser: 'twilioRoles.deleteUser',
  setDefault: 'twilioRoles.setDefault',
  compareFile: 'twilioRoles.compareFile',
  compareRole: 'twilioRoles.compareRole',
  openMatrix: 'twilioRoles.openMatrix',
  pull: 'twilioRoles.pull',
  newFile: 'twilioRoles.newFile',
  convert: 'twilioRoles.convert',
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
  severity: 'severity',
  syntaxErrors: 'syntaxErrors',
  codeLens: 'codeLens',
  inlayHints: 'inlayHints',
  statusBar: 'statusBar',
  product: 'product',
  decorations: 'decorations',
  showUsers: 'showUsers',
  guardThreshold: 'guardThreshold',
  typedConfirmation: 'typedConfirmation',
  keepDeploys: 'keepDeploys',
} as const;

/** Keys that `when` clauses read. */
export const contexts = {
  /** `starting` | `restricted` | `signed-out` | `signed-in`, or `browser` where there is no machine to sign in on */
  session: 'twilioRoles.session',
  /** What the Services view shows: `services`, or `loading`, `none`, `no-match`, `offline` and the like. */
  shown: 'twilioRoles.shown',
  filtered: 'twilioRoles.filtered',
  /** Whether the workspace has a roles.yaml. */
  hasFiles: 'twilioRoles.hasFiles',
  /** The paths of the files that are ours by content, for what stands above an editor. */
  ours: 'twilioRoles.ours',
  /** `conversations` | `chat` */
  product: 'twilioRoles.product',
  /** Whether the plan view has changes to deploy. */
  planned: 'twilioRoles.planned',
} as const;

/** The authentication provider, as the Accounts menu knows it. */
export const authenticationProvider = 'twilioRoles';
