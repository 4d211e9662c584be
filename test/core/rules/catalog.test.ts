import { describe, expect, it } from 'vitest';
import catalog from '../../../schemas/permissions.json';

interface Entry {
  readonly permission: string;
  readonly meaning: string;
  readonly status: string;
  readonly confidence: string;
  readonly overOthers?: boolean;
}

const entries: readonly (readonly [string, Entry])[] = Object.entries(catalog.products).flatMap(
  ([product, types]) =>
    Object.entries(types).flatMap(([type, list]: [string, readonly Entry[]]) =>
      list.map((entry) => [`${product} ${type} ${entry.permission}`, entry] as const),
    ),
);

describe('the catalog of permissions', () => {
  it.each(entries)('%s has what its readers need', (_, entry) => {
    const { permission, meaning, status, confidence } = entry;
    expect(permission).toMatch(/^[a-z][A-Za-z]+$/);
    // It completes "may …": small at the start, without a full stop.
    expect(meaning).toMatch(/^[a-z][^.]{8,80}[^.\s]$/);
    expect(Object.keys(catalog.status)).toContain(status);
    expect(['high', 'medium-high', 'medium', 'low']).toContain(confidence);
    expect(status === 'doubtful' ? confidence : 'low').toBe('low');
  });

  it('says of every permission over others that it is one', () => {
    const over = entries.filter(([, entry]) => entry.overOthers).map(([, entry]) => entry.permission);
    const byName = entries
      .map(([, entry]) => entry.permission)
      .filter((name) => /Any/.test(name) || /^(remove|delete|destroy)(?!Own)/.test(name));
    expect(over).toEqual(byName);
  });

  it('means the same by a permission wherever a product has it, and has it once a type', () => {
    const meanings = new Map<string, Set<string>>();
    for (const [place, { permission, meaning }] of entries) {
      const key = `${place.split(' ')[0]} ${permission}`;
      meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning));
    }
    expect([...meanings].filter(([, set]) => set.size > 1)).toEqual([]);
    expect(new Set(entries.map(([place]) => place)).size).toBe(entries.length);
  });

  it('maps from permissions that Chat has to ones that Conversations has', () => {
    const named = (product: string) =>
      new Set(entries.flatMap(([place, { permission }]) => (place.startsWith(product) ? [permission] : [])));
    const [chat, conversations] = [named('chat'), named('conversations')];
    const { permissions } = catalog.chatToConversations;
    expect(Object.keys(permissions).filter((name) => !chat.has(name))).toEqual([]);
    expect(Object.values(permissions).filter((name) => name !== null && !conversations.has(name))).toEqual(
      [],
    );
    const unmapped = [...chat].filter((name) => !(name in permissions) && !conversations.has(name));
    expect(unmapped).toEqual([]);
  });

  it('says where it is from, and when it was looked up', () => {
    expect(catalog.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(
      Object.values(catalog.sources).every((url) => url.startsWith('https://www.twilio.com/docs/')),
    ).toBe(true);
  });
});
