import type { Event, ExtensionContext, LogOutputChannel } from 'vscode';
import type { Plan, StagedEdit } from '../../core/src';
import type { Handler } from './command';
import type { RolesFiles } from './files/roles-files';
import type { CommandId } from './ids';
import type { LiveStore, ServiceKey } from './live/store';
import type { Session } from './session/session';

/** What every feature may build on. */
export interface Foundation {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly session: Session;
  readonly live: LiveStore;
  readonly files: RolesFiles;
}

/** A plan as far as it is known without asking. */
export interface KnownPlan {
  readonly plan: Plan;
  /** Whether the users that the file names are in it: they may be too many, or still on their way. */
  readonly withUsers: boolean;
}

/** What the plan view knows; the sidebar's decorations, the status bar and the code lenses read it. */
export interface Plans {
  /** `undefined` when the plan of every service may have changed. */
  readonly onDidChange: Event<ServiceKey | undefined>;
  /** The workspace's roles.yaml and the staged edits held against what is live; `undefined` where no file names the service and nothing is staged, or it isn't known yet. */
  plan(service: ServiceKey): KnownPlan | undefined;
}

/** Edits made in the tree that wait in the plan. Nothing here writes to Twilio. */
export interface Staging {
  readonly onDidChange: Event<ServiceKey | undefined>;
  edits(service: ServiceKey): readonly StagedEdit[];
  stage(service: ServiceKey, edits: readonly StagedEdit[]): void;
  discard(service: ServiceKey, edits?: readonly StagedEdit[]): void;
}

export interface App extends Foundation {
  readonly plans: Plans;
  readonly staging: Staging;
}

/** A feature registers its views and listeners on `app.context.subscriptions`, and answers with its commands. */
export type Feature<Id extends CommandId = never> = (app: App) => Readonly<Record<Id, Handler>>;
