/** What somebody who is signed in knows of Twilio, as plain values: names and SIDs, never a credential. */
import type { Product } from './catalog';
import type { DefaultKey } from './document/model';

/** One account's services of one product. */
export interface LiveSnapshot {
  readonly account: string;
  readonly product: Product;
  /** Whether `services` is all of them. */
  readonly complete: boolean;
  readonly services: readonly LiveServiceSnapshot[];
}

export interface LiveServiceSnapshot {
  readonly sid: string;
  readonly friendlyName?: string;
  readonly isDefault: boolean;
  /** `undefined` where roles weren't read whole: a rule that needs them is silent then. */
  readonly roles?: readonly LiveRoleSnapshot[];
  /** `undefined` where users weren't read whole. */
  readonly users?: readonly LiveUserSnapshot[];
  readonly defaults?: Readonly<Partial<Record<DefaultKey, string>>>;
}

export interface LiveRoleSnapshot {
  readonly sid: string;
  readonly friendlyName: string;
  readonly type: string;
  readonly permissions: readonly string[];
  readonly userCount?: number;
}

export interface LiveUserSnapshot {
  readonly sid: string;
  readonly identity: string;
  readonly roleSid?: string;
}
