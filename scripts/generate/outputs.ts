import { existsSync, readFileSync } from 'node:fs';
import { manifest } from './manifest';
import { readme } from './readme';
import { rolesSchema } from './roles-schema';
import { rulesPage } from './rules-page';

export interface Rendered {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Every generated file as it is and as it should be. */
export function rendered(): readonly Rendered[] {
  const settings = file('package.json', manifest);
  return [
    file('docs/rules.md', rulesPage),
    file('schemas/roles.schema.json', () => `${JSON.stringify(rolesSchema(), undefined, 2)}\n`),
    settings,
    // It lists the settings as they are about to be.
    file('README.md', (current) => readme(current, settings.after)),
  ];
}

function file(path: string, render: (current: string) => string): Rendered {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return { path, before, after: render(before) };
}
