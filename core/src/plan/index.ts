/** Plan and deploy: from what is live to what is asked for, as values. Only `apply` writes. */

export { type ApplyOptions, apply, undeployable } from './apply';
export { type Description, describe } from './describe';
export { type FetchOptions, fetchLive } from './fetch';
export { stillHolds, usersOf } from './fingerprint';
export type { JournalEntry, JournalSink } from './journal';
export type * from './model';
export { type PlanOptions, plan } from './plan';
export { renderText } from './render-text';
export type { StagedEdit } from './staged';
export { serviceLabel, summary, usersTouched } from './summary';
export { nothing } from './wanted';
export { type Phrase, plain, printable } from './words';
