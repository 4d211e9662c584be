import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands, contexts, settings, viewContainer, views } from '../../client/src/ids';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;
interface Setting {
  readonly order: number;
}

const sorted = (ids: Iterable<string>) => [...ids].sort();

describe('ids', () => {
  it('name every command of package.json, and no other', () => {
    const declared = contributes.commands.map(({ command }: { command: string }) => command);
    expect(sorted(declared)).toEqual(sorted(Object.values(commands)));
  });

  it('name every view, in the container', () => {
    expect(contributes.viewsContainers.activitybar.map(({ id }: { id: string }) => id)).toEqual([
      viewContainer,
    ]);
    const declared = contributes.views[viewContainer].map(({ id }: { id: string }) => id);
    expect(sorted(declared)).toEqual(sorted(Object.values(views)));
  });

  it('name every setting', () => {
    const properties = [contributes.configuration]
      .flat()
      .flatMap((part: { properties: object }) => Object.keys(part.properties));
    expect(sorted(properties)).toEqual(sorted(Object.values(settings).map((key) => `twilioRoles.${key}`)));
  });

  it('of commands have one category and an icon each, of settings a scope, an order and a description', () => {
    for (const { command, category, icon } of contributes.commands) {
      expect([command, category, typeof icon]).toEqual([command, '%container.title%', 'string']);
    }
    const orders = Object.values<Setting>(contributes.configuration.properties).map((setting) => {
      expect(setting).toMatchObject({
        scope: expect.stringMatching(/^(application|window|resource)$/),
        order: expect.any(Number),
        markdownDescription: expect.any(String),
      });
      return setting.order;
    });
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('are the only ones that when clauses and menus name', () => {
    const text = JSON.stringify([contributes.menus, contributes.viewsWelcome, contributes.commands]);
    const named = text.match(/twilioRoles\.[\w.]+/g) ?? [];
    const known = new Set<string>([
      ...Object.values(commands),
      ...Object.values(contexts),
      ...Object.values(views),
    ]);
    expect(named.filter((id) => !known.has(id) && !id.startsWith('twilioRoles.files'))).toEqual([]);
  });
});
