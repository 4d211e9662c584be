import { type Event, EventEmitter } from 'vscode';
import { type Desired, nothing, type Plan, plan, type StagedEdit } from '../../../core/src';
import type { Foundation, Plans } from '../app';
import type { RolesFile } from '../files/roles-files';
import type { ServiceKey, ServiceView } from '../live/store';
import type { StagedEdits } from '../staging/staged-edits';
import { askedBy } from './asked';
import { fileFor } from './file-for';
import type { PlannedServices } from './planned';

/**
 * What is known of the difference between file and service, without asking anybody: the plan that was made, or
 * else the roles and defaults as the sidebar read them. Users are in it only where a plan was made.
 */
export class KnownPlans implements Plans {
  readonly #foundation: Foundation;
  readonly #planned: PlannedServices;
  readonly #staging: StagedEdits;
  readonly #changed = new EventEmitter<ServiceKey | undefined>();
  readonly #subscriptions;
  #files: readonly RolesFile[] | undefined;
  #memo = new Map<string, { readonly from: readonly unknown[]; readonly plan: Plan | undefined }>();

  readonly onDidChange: Event<ServiceKey | undefined> = this.#changed.event;

  constructor(foundation: Foundation, planned: PlannedServices, staging: StagedEdits) {
    this.#foundation = foundation;
    this.#planned = planned;
    this.#staging = staging;
    this.#subscriptions = [
      planned.onDidChange((key) => this.#changed.fire(key)),
      staging.onDidChange((key) => this.#changed.fire(key)),
      foundation.files.onDidChange(() => {
        if (this.#files) void this.#readFiles();
      }),
    ];
  }

  plan(key: ServiceKey): Plan | undefined {
    const planned = this.#planned.get(key);
    if (planned && !planned.outcomes && !planned.undoes && !planned.stale) return planned.plan;
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
    ];
    const id = `${key.product} ${key.sid}`;
    const known = this.#memo.get(id);
    if (known?.from.every((part, index) => part === from[index])) return known.plan;
    const made = this.#make(key, view, this.#files);
    this.#memo.set(id, { from, plan: made });
    return made;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #make(key: ServiceKey, view: ServiceView, files: readonly RolesFile[]): Plan | undefined {
    const service = view.connection.state.value;
    const roles = view.roles.state.value;
    if (!service || !roles) return undefined;
    const staged = this.#staging.edits(key).filter(isOfRoles);
    const found = fileFor(files, key, service.service.isDefault);
    if (!found && staged.length === 0) return undefined;
    const asked = found ? askedBy(found.file, found.serviceName) : { desired: nothing(key.product) };
    if ('problems' in asked) return undefined;
    const defaults = view.defaults.state.value;
    const desired: Desired = {
      ...asked.desired,
      users: [],
      defaults: defaults ? asked.desired.defaults : {},
    };
    const { product, account } = service;
    const live = { product, account, service: service.service, roles, defaults: defaults ?? {}, users: [] };
    return plan(desired, live, { staged });
  }

  async #readFiles(): Promise<void> {
    this.#files = await this.#foundation.files.list();
    this.#changed.fire(undefined);
  }
}

function isOfRoles({ kind }: StagedEdit): boolean {
  return kind !== 'assign-role' && kind !== 'edit-user' && kind !== 'delete-user';
}
