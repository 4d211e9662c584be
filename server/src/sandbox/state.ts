import type { RoleScope } from '../../../core/src/catalog';
import type { AccountSid } from '../../../core/src/sid';

/** A role as a seed or a state file writes it. Permissions and types are Conversations' words. */
export interface RoleRecord {
  readonly sid: string;
  readonly sequence: number;
  readonly friendlyName: string;
  readonly scope: RoleScope;
  readonly permissions: readonly string[];
  readonly created: string;
  readonly updated: string;
}

export interface UserRecord {
  readonly sid: string;
  readonly sequence: number;
  readonly identity: string;
  readonly friendlyName: string | null;
  readonly attributes: string;
  readonly roleSid: string;
  readonly online: boolean;
  readonly created: string;
  readonly updated: string;
}

export interface ServiceRecord {
  readonly sid: string;
  readonly sequence: number;
  readonly friendlyName: string;
  readonly created: string;
  readonly updated: string;
  readonly defaults: DefaultRoles;
  readonly roles: readonly RoleRecord[];
  readonly users: readonly UserRecord[];
}

/** SIDs of the roles that newcomers get: users, participants, and whoever creates a conversation. */
export interface DefaultRoles {
  readonly user: string;
  readonly participant: string;
  readonly creator: string;
}

export interface AccountRecord {
  readonly sid: AccountSid;
  readonly token: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** All that a sandbox is, as plain data: what `--state` keeps and what a test compares. */
export interface SandboxState {
  readonly version: 1;
  readonly account: AccountRecord;
  readonly defaultServiceSid: string;
  readonly services: readonly ServiceRecord[];
  /** How many things were created so far; the next SID, date and page token depend on it. */
  readonly sequence: number;
}
