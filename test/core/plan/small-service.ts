/** A small service, a file for it, and what a test of deploys asks of the outcomes. */
import type { Outcome } from '../../../core/src/plan';
import type { Stage } from '../../support/deploy';
import { desired } from './values';

export const support = [
  'service Customer: joinConversation editOwnUserInfo',
  'service Guest: joinConversation',
  'conversation Speaker: sendMessage leaveConversation',
];
export const users = ['alice: Customer', 'bob: Guest', 'carol: Guest'];

export const wanted = desired(
  [
    'service Customer: joinConversation',
    'service Auditor: createConversation',
    'conversation Speaker: sendMessage editOwnMessage',
  ],
  {
    defaults: { user: 'Auditor', participant: 'Speaker' },
    users: [
      { identity: 'bob', role: 'Auditor', friendlyName: 'Bob' },
      { identity: 'dave', role: 'Customer', attributes: '{"a":1}' },
    ],
  },
);

export const statuses = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ change, status }) => `${status} ${change.id}`);
export const errors = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'failed' ? outcome.error.message : []));

export async function roleNamed({ live }: Stage, friendlyName: string) {
  const found = (await live()).roles.find((each) => each.friendlyName === friendlyName);
  if (!found) throw new Error(`No role ${friendlyName}`);
  return found;
}
