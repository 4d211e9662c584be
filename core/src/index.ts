/** The façade: what the front ends may use of core. */
export * from './catalog';
export * from './check';
export * from './document/blocks';
export * from './document/document';
export type * from './document/model';
export type * from './live-snapshot';
export * from './matrix/build';
export * from './matrix/grant';
export * from './matrix/render';
export * from './plan';
export * from './problem';
export * from './sid';
export * from './span';
export type * from './twilio/api';
export * from './twilio/sign-in';
