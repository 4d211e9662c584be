import assert from 'node:assert/strict';
import { extensions } from 'vscode';

describe('the extension', () => {
  it('activates', async () => {
    const extension = extensions.getExtension('twilio-roles.twilio-roles');
    assert.ok(extension, 'VS Code has loaded it');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('starts in less than 50 ms of its own', () => {
    const [start, another] = performance.getEntriesByName('twilioRoles.activate');
    assert.ok(start && !another, 'it is measured once');
    assert.ok(start.duration < 50, `${start.duration} ms`);
  });

  it('runs on a Node that undici supports', () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    assert.ok(major > 22 || (major === 22 && minor >= 19), process.versions.node);
  });
});
