/** What `check` and the like needn't read: a bundle of its own, loaded when it is asked for. */
export { runSandbox } from '../sandbox/command';
export { runDeploy } from './commands/deploy';
export { runLsp } from './commands/lsp';
export { runPlan } from './commands/plan';
export { runPull } from './commands/pull';
export { runUndo } from './commands/undo';
export { addCompletion } from './completion';
