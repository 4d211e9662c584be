import { describe, expect, it } from 'vitest';
import { chosen, labels } from '../support/completions';

const head = `
x-list: &list [sendMessage]
x-one: &one sendMessage
x-name: &name Agent
x-notes: &notes { why: because }
roles:
  - friendlyName: A
    type: conversation
    permissions:`;

describe('aliases', () => {
  it('of lists and of single permissions are offered as an item', () => {
    expect(labels(`${head}\n      - *$0\n`)).toEqual(['*list', '*one']);
    expect(labels(`${head} [sendMessage, *l$0]\n`)).toEqual(['*list', '*one']);
  });

  it('of lists alone are offered instead of a list', () => {
    expect(labels(`${head} *$0\n`)).toEqual(['*list']);
    expect(labels('x-a: &a []\nroles: [{permissions: *$0}]\n')).toEqual(['*a']);
    expect(chosen(`${head} *l$0\n`, '*list')).toBe(`${head} *list\n`);
  });

  it('are not offered before their star, where Enter begins a list', () => {
    expect(labels(`${head} $0\n`)).toEqual([]);
  });

  it('are offered below their anchor only', () => {
    const later = '\n  - friendlyName: B\n    permissions: &later [sendMessage]\nx-late: &late []\n';
    expect(labels(`${head} *$0${later}`)).toEqual(['*list']);
    expect(labels(`${head} []${later}users: []\nx-more: &more [*$0]\n`)).toEqual([
      '*late',
      '*later',
      '*list',
      '*one',
    ]);
  });

  it.each([
    ' &own [sendMessage, *$0]\n',
    ' &own [sendMessage, *o$0]\n',
    ' &own\n      - sendMessage\n      - *$0\n',
    ' &own\n      - sendMessage\n      - *o$0\n',
  ])('are not offered in the list that they would stand for: %j', (list) => {
    expect(labels(head + list)).toEqual(['*list', '*one']);
  });
});
