import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { project } from '../../../scripts/paths';
import { openWindow, photographFailures, type Window } from './window';

describe("beside Red Hat's YAML extension", () => {
  let window: Window;

  beforeAll(async () => {
    // The real one is in no package registry: this one has the same id and exports the same API.
    const others = [join(project, 'test/e2e/ui/red-hat')];
    window = await openWindow({ name: 'red-hat', file: 'kubernetes/roles.yaml', others });
  });
  photographFailures(() => window);
  afterAll(() => window?.[Symbol.asyncDispose]());

  it("another tool's roles.yaml stays with Red Hat", async () => {
    await window.workbench.squiggles('warning').waitFor();
  });

  it('ours gets a schema that everything fits, and is checked by us', async () => {
    const { workbench } = window;
    await workbench.open('mistakes.roles.yaml');
    await workbench.squiggles('info').waitFor();
    await workbench.squiggles('error').first().waitFor();
    await workbench.picture('silent');
  });
});
