import { commands, type Disposable, l10n, type Memento, type TreeView, window, workspace } from 'vscode';
import type { Plan, Product, UserSid } from '../../../core/src';
import type { App } from '../app';
import { contexts, views } from '../ids';
import type { ServiceKey } from '../live/store';
import { idOf } from '../plan/planned';
import { DragOntoRole } from './drag-onto-role';
import { failureKind } from './failure';
import { everything, type Filter, isFiltering, matches } from './filter';
import type { TreeNode } from './node';
import { failedNode, loadingNode } from './nodes/message';
import { type ServiceNode, serviceName, serviceNode } from './nodes/service';
import { isUserNode } from './nodes/user';
import { shownProduct, showProduct } from './shown-product';
import { type ServiceStatus, serviceStatus } from './status';
import { NodeTree } from './tree';
import type { World } from './world';

/** What the view shows: services, or else what keeps it from that, with a welcome of its own in package.json. */
type Shown =
  | 'services'
  | 'loading'
  | 'none'
  | 'no-match'
  | 'offline'
  | 'unauthorized'
  | 'forbidden'
  | 'failed';

/** The Services view: the tree, what it shows, and what it says where there is nothing to show. */
export class ServicesView implements World {
  readonly view: TreeView<TreeNode>;
  readonly #app: App;
  readonly #memory: Memento;
  readonly #tree = new NodeTree(() => this.#roots());
  readonly #subscriptions: readonly Disposable[];
  /** Every row asks for it. */
  readonly #statuses = new WeakMap<Plan, ServiceStatus>();
  #filter = everything;

  constructor(app: App) {
    this.#app = app;
    this.#memory = app.context.workspaceState;
    this.view = window.createTreeView(views.services, {
      treeDataProvider: this.#tree,
      dragAndDropController: new DragOntoRole(app.staging),
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#subscriptions = [
      this.view,
      this.#tree,
      app.session.onDidChange(() => this.#tree.refresh()),
      app.live.onDidChange((key) => (key ? this.#redraw([key]) : this.#tree.refresh())),
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('twilioRoles')) return;
        this.#describe();
        this.#tree.refresh();
      }),
      app.plans.onDidChange((key) => this.#redraw(key ? [key] : this.services().map((node) => node.key))),
    ];
    this.#describe();
  }

  get live() {
    return this.#app.live;
  }

  get filter(): Filter {
    return this.#filter;
  }

  set filter(filter: Filter) {
    this.#filter = filter;
    this.#describe();
    this.#tree.refresh();
  }

  get product(): Product {
    return shownProduct(this.#memory);
  }

  set product(product: Product) {
    showProduct(this.#memory, product);
    this.#describe();
    this.#tree.refresh();
  }

  status(key: ServiceKey): ServiceStatus | undefined {
    const known = this.#app.plans.plan(key);
    if (!known) return undefined;
    const status = this.#statuses.get(known.plan) ?? serviceStatus(known);
    this.#statuses.set(known.plan, status);
    return status;
  }

  /** The rows of the services that are known, for what is looked up by its place in the tree. */
  services(): readonly ServiceNode[] {
    const { product } = this;
    const all = this.live.services(product).state.value ?? [];
    return all.map((service) => {
      const expanded = all.length === 1 || service.isDefault;
      return serviceNode(this, { product, sid: service.sid }, service, expanded);
    });
  }

  /** Brings a user that is in the list into view. */
  async revealUser(key: ServiceKey, sid: UserSid): Promise<void> {
    // Whatever draws the tree anew in the middle would lose what is revealed: a page that comes, too.
    if (this.filter !== everything) this.filter = everything;
    if (this.product !== key.product) this.product = key.product;
    await this.live.service(key).users.start();
    const service = this.services().find((node) => node.key.sid === key.sid);
    const users = service?.children?.().find((node) => 'kind' in node && node.kind === 'users');
    const user = users?.children?.().find((node) => isUserNode(node) && node.user.sid === sid);
    this.#tree.flush();
    if (user) await this.view.reveal(user, { select: true, focus: true });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #roots(): readonly TreeNode[] {
    if (!this.#app.session.current) return [];
    const list = this.live.services(this.product);
    list.start();
    const { value, error } = list.state;
    const shown = this.services().filter((node) => this.#isShown(node));
    this.#say(whatIsShown(list.state, shown.length));
    if (value === undefined)
      return error === undefined ? [loadingNode(undefined, l10n.t('Reading services…'))] : [];
    const failed = error === undefined ? [] : [failedNode(undefined, error, () => list.reload())];
    return shown.length === 0 ? [] : [...failed, ...shown];
  }

  /** A service is shown for its name, or for something in it; while its roles aren't read, nobody knows. */
  #isShown({ service, key }: ServiceNode): boolean {
    if (matches(this.#filter, serviceName(service), service.sid)) return true;
    const { roles, users } = this.live.service(key);
    roles.start();
    const known = roles.state.value;
    if (!known) return true;
    return (
      known.some((role) => matches(this.#filter, role.friendlyName, role.sid, ...role.permissions)) ||
      users.state.users.some((user) => matches(this.#filter, user.identity, user.friendlyName, user.sid))
    );
  }

  /** What is read of a service may hide it or show it while the filter asks for a text. */
  #redraw(keys: readonly ServiceKey[]): void {
    if (this.#filter.text !== '') this.#tree.refresh();
    else this.#tree.refreshRows(keys.filter(({ product }) => product === this.product).map(idOf));
  }

  #say(shown: Shown): void {
    void commands.executeCommand('setContext', contexts.shown, shown);
  }

  #describe(): void {
    const { text } = this.#filter;
    const filtering = isFiltering(this.#filter);
    // Not the view's message: with one, VS Code doesn't show the welcome that says that nothing matches.
    this.view.description = [
      this.product === 'chat' && l10n.t('Chat'),
      filtering && (text ? `"${text}"` : l10n.t('filtered')),
    ]
      .filter(Boolean)
      .join(' · ');
    void commands.executeCommand('setContext', contexts.filtered, filtering);
    void commands.executeCommand('setContext', contexts.product, this.product);
  }
}

function whatIsShown(
  state: { readonly value: readonly unknown[] | undefined; readonly error?: unknown },
  shown: number,
): Shown {
  if (state.value === undefined) return state.error === undefined ? 'loading' : failureKind(state.error);
  if (state.value.length === 0) return 'none';
  return shown === 0 ? 'no-match' : 'services';
}
