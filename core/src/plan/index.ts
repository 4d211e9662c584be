/** Plan and deploy: from what is live to what is asked for, as values. Only `apply` writes. */

export { type ApplyOptions, apply, undeployable } from './apply';
export { confirmation, consequences, question } from './confirmation';
export { recounted } from './counts';
export { type Description, describe } from './describe';
export { type FetchOptions, fetchLive } from './fetch';
export { stillHolds, usersOf } from './fingerprint';
export { type Guard, guard } from './guard';
export type { JournalEntry, JournalSink } from './journal';
export type * from './model';
export { type PlanOptions, plan } from './plan';
export { parsePlan, renderJson } from './plan-json';
export { type Journal, readJournal } from './read-journal';
export { prose, renderComment, renderMarkdown } from './render-markdown';
export { renderText } from './render-text';
export { type BeforeAfter, renderPlanYaml, renderYaml } from './render-yaml';
export { type ReportOptions, renderReport, renderReportText, renderTally } from './report';
export { partsOf, selectChanges } from './select';
export type { StagedEdit } from './staged';
export { renderSummary, serviceLabel, usersTouched } from './summary';
export { journalUsers, type UndoOptions, undoPlan } from './undo';
export { nothing } from './wanted';
export { type Phrase, plain, printable, type Say } from './words';
export { otherRegion } from './wrong-target';
