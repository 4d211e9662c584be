import { describe, expect, it, vi } from 'vitest';
import { asksForName } from '../../../client/src/deploy/confirm';
import { plan } from '../../../core/src';
import { desired, live } from '../../core/plan/values';

vi.mock('vscode', () => import('../../support/vscode'));

const roles = (n: number, permissions: string) =>
  Array.from({ length: n }, (_, i) => `service R${i}: ${permissions}`);
const [few, many] = ['joinConversation', 'createConversation joinConversation'];

const plans = {
  'grants something': plan(desired(roles(1, many)), live(roles(1, few))),
  'takes one thing away': plan(desired(roles(1, few)), live(roles(1, many))),
  'takes from every role': plan(desired(roles(10, few)), live(roles(10, many))),
};

describe('the name of the service', () => {
  it.each([
    ['threshold', ['takes from every role']],
    ['destructive', ['takes one thing away', 'takes from every role']],
    ['always', ['grants something', 'takes one thing away', 'takes from every role']],
  ] as const)('is asked for where the setting is %s and the deploy %j', (setting, expected) => {
    const asking = Object.entries(plans).filter(([, each]) => asksForName(each, 0.3, setting));
    expect(asking.map(([deploy]) => deploy)).toEqual(expected);
  });
});
