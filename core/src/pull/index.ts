/** What is live, as a roles.yaml. */
import type { Live } from '../plan/model';
import { asConversations } from './entries';
import { newFile } from './new-file';
import { type Pulled, updateFile } from './update-file';

export type { Pulled };

export interface PullOptions {
  /** The text of a file to update: comments, anchors, order and all that isn't live stay. */
  readonly existing?: string;
  /** Adds to `existing` the roles and defaults that it doesn't have. A new file has all of them. */
  readonly addMissing?: boolean;
  /** Users to write down, by SID or identity, out of those in `live`. Those in `existing` are updated anyhow. */
  readonly users?: readonly string[];
  /** The key under `services:` that was pulled, for SIDs that are given for each service. */
  readonly serviceName?: string;
  /** Writes a Chat service's roles in the words of Conversations, which works on the same roles. */
  readonly toConversations?: boolean;
}

/**
 * A file that says what is live; planning it right after finds nothing to do. A problem where `existing` can't be read
 * as YAML (`check` has said what is wrong with it), or can't hold what is live.
 */
export function pull(live: Live, options: PullOptions = {}): Pulled {
  const { existing = '', addMissing = false, users = [], serviceName, toConversations = false } = options;
  const now = toConversations ? asConversations(live) : live;
  const chosen = new Set(users);
  const written = now.users.filter(({ sid, identity }) => chosen.has(sid) || chosen.has(identity));
  if (!isBlank(existing)) return updateFile(existing, now, { addMissing, users: written, serviceName });
  // A file of comments alone says nothing yet: they stay on top.
  const text = newFile(now, written);
  return { text: existing.trim() === '' ? text : `${existing.trimEnd()}\n\n${text}` };
}

function isBlank(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
}
