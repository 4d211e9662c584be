import { type Event, EventEmitter, type Uri } from 'vscode';
import type { Live, Outcome, Plan } from '../../../core/src';
import type { ServiceKey } from '../live/store';
import { carryOver, setChecked, type Unchecked } from './selection';

/** What a plan is made from. Without a file it is the staged edits alone. */
export interface Target {
  readonly key: ServiceKey;
  readonly file?: Uri;
  /** The key under `services:` that was chosen, where the file has several. */
  readonly serviceName?: string;
}

/** A plan as the view shows it. */
export interface Planned {
  readonly target: Target;
  /** What it was held against: enough to plan again without the network while only the file changes. */
  readonly live: Live;
  readonly plan: Plan;
  /** Deletes what the file doesn't name. */
  readonly prune: boolean;
  readonly unchecked: Unchecked;
  /** What became of it, once it was deployed. */
  readonly outcomes?: readonly Outcome[];
  /** The deploy that this plan takes back, by its journal. It doesn't follow the file. */
  readonly undoes?: string;
  /** Why it can't be brought up to date; the plan shown is the one from before. */
  readonly stale?: string;
}

/** The plans of this window, one a service. */
export class PlannedServices {
  readonly #planned = new Map<string, Planned>();
  readonly #changed = new EventEmitter<ServiceKey | undefined>();
  #account: string | undefined;

  readonly onDidChange: Event<ServiceKey | undefined> = this.#changed.event;

  get(key: ServiceKey): Planned | undefined {
    return this.#planned.get(idOf(key));
  }

  all(): readonly Planned[] {
    return [...this.#planned.values()];
  }

  /** Takes the place of the service's plan; what was unticked stays so where it is still in it. */
  put(planned: Planned): void {
    const before = this.get(planned.target.key);
    // The way back has changes of the same names, and they mean something else.
    const kept = before?.undoes === planned.undoes ? (before?.unchecked ?? []) : [];
    const unchecked = carryOver(planned.plan, new Set([...kept, ...planned.unchecked]));
    this.#set({ ...planned, unchecked });
  }

  check(key: ServiceKey, ids: readonly string[], checked: boolean): void {
    const planned = this.get(key);
    if (!planned) return;
    const unchecked = ids.reduce<Unchecked>(
      (set, id) => setChecked(planned.plan, set, id, checked),
      planned.unchecked,
    );
    this.#set({ ...planned, unchecked });
  }

  drop(key: ServiceKey): void {
    if (this.#planned.delete(idOf(key))) this.#changed.fire(key);
  }

  /** Plans of another account than this one are gone. */
  keepOnly(account: string | undefined): void {
    if (account === this.#account) return;
    this.#account = account;
    if (this.#planned.size === 0) return;
    this.#planned.clear();
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #set(planned: Planned): void {
    this.#planned.set(idOf(planned.target.key), planned);
    this.#changed.fire(planned.target.key);
  }
}

/** One string a service. */
export function idOf(key: ServiceKey): string {
  return `${key.product}/${key.sid}`;
}
