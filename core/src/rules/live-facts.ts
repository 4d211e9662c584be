import type { Product } from '../catalog';

/** What is known of one account's live services. Names and SIDs: no rule sees a credential or a network. */
export interface LiveFacts {
  readonly account: string;
  readonly product: Product;
  /** Whether `services` is all of them. */
  readonly complete: boolean;
  readonly services: readonly LiveServiceFacts[];
}

export interface LiveServiceFacts {
  readonly sid: string;
  readonly isDefault: boolean;
  /** `undefined` where roles weren't read whole: a rule that needs them is silent then. */
  readonly roles?: readonly LiveRoleFacts[];
  /** `undefined` where users weren't read whole. */
  readonly users?: readonly { readonly sid: string }[];
}

export interface LiveRoleFacts {
  readonly sid: string;
  readonly friendlyName: string;
  readonly type: string;
}
