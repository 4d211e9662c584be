import type { LiveStore, ServiceKey } from '../live/store';
import type { Filter } from './filter';
import type { ServiceStatus } from './status';

/** What the rows of the tree are made from. */
export interface World {
  readonly live: LiveStore;
  readonly filter: Filter;
  /** `undefined` where no plan is known. */
  status(key: ServiceKey): ServiceStatus | undefined;
}
