import { describe, expect, it, vi } from 'vitest';
import { detailOf } from '../../../client/src/plan/describe';
import { plan } from '../../../core/src';
import { desired, live } from '../../core/plan/values';

vi.mock('vscode', () => import('../../support/vscode'));

describe('a change of a role', () => {
  it.each([
    ['joinConversation', 'createConversation joinConversation', 'service · +1'],
    ['createConversation joinConversation', 'joinConversation', 'service · −1'],
    ['createConversation joinConversation', 'addParticipant joinConversation', 'service · +1 −1'],
  ])('from %s to %s is said in signs', (before, after, words) => {
    const { changes } = plan(desired([`service Agent: ${after}`]), live([`service Agent: ${before}`]));
    expect(changes.map(detailOf)).toEqual([words]);
  });
});
