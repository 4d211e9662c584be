import { type Event, EventEmitter } from 'vscode';
import { type Desired, nothing, type Plan, plan, type StagedEdit } from '../../../core/src';
import type { Foundation, KnownPlan, Plans } from '../app';
import type { RolesFile } from '../files/roles-files';
import type { ServiceKey, ServiceView } from '../live/store';
import type { StagedEdits } from '../staging/staged-edits';
import { askedBy } from './asked';
import { fileFor } from './file-for';
import { NamedUsers } from './named-users';
import { idOf, type PlannedServices } from './planned';

/**
 * What is known of the difference between file and service: the plan that was made, or else the roles and defaults as
 * the sidebar read them, and the few users that the file names, whom this reads.
 */
export class KnownPlans implements Plans {
  readonly #foundation: Foundation;
  readonly #planned: PlannedServices;
  readonly #staging: StagedEdits;
  readonly #changed = new EventEmitter<ServiceKey | undefined>();
  readonly #subscriptions;
  readonly #users = new NamedUsers((key) => this.#tell(key));
  #files: readonly RolesFile[] | undefined;
  /** What was known when it was told last. */
  readonly #told = new Map<string, Plan | undefined>();
  #memo = new Map<string, { readonly from: readonly unknown[]; readonly known: KnownPlan | undefined }>();

  readonly onDidChange: Event<ServiceKey | undefined> = this.#changed.event;

  constructor(foundation: Foundation, planned: PlannedServices, staging: StagedEdits) {
    this.#foundation = foundation;
    this.#planned = planned;
    this.#staging = staging;
    this.#subscriptions = [
      planned.onDidChange((key) => this.#tell(key)),
      staging.onDidChange((key) => this.#tell(key)),
      foundation.files.onDidChange(() => {
        if (this.#files) void this.#readFiles();
      }),
    ];
  }

  plan(key: ServiceKey): KnownPlan | undefined {
    const planned = this.#planned.get(key);
    if (planned && !planned.outcomes && !planned.undoes && !planned.stale) {
      return { plan: planned.plan, withUsers: true };
    }
    if (!this.#files) {
      this.#files = [];
      void this.#readFiles();
      return undefined;
    }
    const view = this.#foundation.live.service(key);
    const from = [
      this.#files,
      this.#staging.edits(key),
      view.connection.state.value,
      view.roles.state.value,
      view.defaults.state.value,
      this.#users.known(key),
    ];
    const id = idOf(key);
    const before = this.#memo.get(id);
    if (before?.from.every((part, index) => part === from[index])) return before.known;
    const known = this.#make(key, view, this.#files);
    this.#memo.set(id, { from, known });
    return known;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#users.dispose();
    this.#changed.dispose();
  }

  #make(key: ServiceKey, view: ServiceView, files: readonly RolesFile[]): KnownPlan | undefined {
    const service = view.connection.state.value;
    const roles = view.roles.state.value;
    if (!service || !roles) return undefined;
    const staged = this.#staging.edits(key).filter(isOfRoles);
    const found = fileFor(files, key, service.service.isDefault);
    if (!found && staged.length === 0) return undefined;
    const asked = found ? askedBy(found.file, found.serviceName) : { desired: nothing(key.product) };
    if ('problems' in asked) return undefined;
    const defaults = view.defaults.state.value;
    const users = this.#users.of(view, asked.desired.users);
    const desired: Desired = {
      ...asked.desired,
      users: users ? asked.desired.users : [],
      defaults: defaults ? asked.desired.defaults : {},
    };
    const { product, account } = service;
    const live = {
      product,
      account,
      service: service.service,
      roles,
      defaults: defaults ?? {},
      users: users ?? [],
    };
    return { plan: plan(desired, live, { staged }), withUsers: users !== undefined };
  }

  /** An edit that was staged is told with the plan that has it, and not twice. */
  #tell(key: ServiceKey | undefined): void {
    if (key) {
      const plan = this.plan(key)?.plan;
      const id = idOf(key);
      if (this.#told.has(id) && this.#told.get(id) === plan) return;
      this.#told.set(id, plan);
    }
    this.#changed.fire(key);
  }

  async #readFiles(): Promise<void> {
    this.#files = await this.#foundation.files.list();
    this.#changed.fire(undefined);
  }
}

function isOfRoles({ kind }: StagedEdit): boolean {
  return kind !== 'assign-role' && kind !== 'edit-user' && kind !== 'delete-user';
}
