import { type Event, EventEmitter, type Memento } from 'vscode';
import { isSid, type StagedEdit } from '../../../core/src';
import type { Staging } from '../app';
import type { ServiceKey } from '../live/store';
import type { Session } from '../session/session';
import { mergeEdits } from './merge';

const memory = 'twilioRoles.staged';

/** The same array each time: what is made of it is kept as long as it is the same. */
const none: readonly StagedEdit[] = [];

type Stored = Readonly<Record<string, readonly StagedEdit[]>>;

/** Edits that wait in the plan, kept with the workspace. Those of other accounts stay until these are signed in again. */
export class StagedEdits implements Staging {
  readonly #state: Memento;
  readonly #session: Session;
  readonly #changed = new EventEmitter<ServiceKey | undefined>();

  readonly onDidChange: Event<ServiceKey | undefined> = this.#changed.event;

  constructor(state: Memento, session: Session) {
    this.#state = state;
    this.#session = session;
  }

  edits(service: ServiceKey): readonly StagedEdit[] {
    return this.#stored()[this.#name(service)] ?? none;
  }

  stage(service: ServiceKey, edits: readonly StagedEdit[]): void {
    this.replace(service, mergeEdits(this.edits(service), edits));
  }

  discard(service: ServiceKey, edits: readonly StagedEdit[] = this.edits(service)): void {
    const gone = new Set(edits.map((edit) => JSON.stringify(edit)));
    this.replace(
      service,
      this.edits(service).filter((edit) => !gone.has(JSON.stringify(edit))),
    );
  }

  /** The edits that are staged from now on. */
  replace(service: ServiceKey, edits: readonly StagedEdit[]): void {
    const { [this.#name(service)]: _, ...others } = this.#stored();
    const next: Stored = edits.length > 0 ? { ...others, [this.#name(service)]: edits } : others;
    void this.#state.update(memory, next);
    this.#changed.fire(service);
  }

  /** Services of the signed-in account that have staged edits. */
  services(): readonly ServiceKey[] {
    const prefix = `${this.#session.current?.id ?? ''}/`;
    return Object.keys(this.#stored())
      .filter((name) => name.startsWith(prefix))
      .flatMap((name): ServiceKey[] => {
        const [product, sid] = name.slice(prefix.length).split('/');
        return (product === 'conversations' || product === 'chat') && sid && isSid(sid, 'IS')
          ? [{ product, sid }]
          : [];
      });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #stored(): Stored {
    return this.#state.get<Stored>(memory) ?? {};
  }

  #name({ product, sid }: ServiceKey): string {
    return `${this.#session.current?.id ?? ''}/${product}/${sid}`;
  }
}
