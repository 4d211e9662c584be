import assert from 'node:assert/strict';
import { Socket } from 'node:net';
import { commands, extensions } from 'vscode';
import { example } from './editor';

describe('the extension', () => {
  const extension = extensions.getExtension('twilio-roles.twilio-roles');
  const { connect } = Socket.prototype;
  /** When each connection of this process was begun. */
  const connections: number[] = [];

  before(() => {
    Socket.prototype.connect = new Proxy(connect, {
      apply(target, self, args) {
        connections.push(performance.now());
        return Reflect.apply(target, self, args);
      },
    });
  });
  after(async () => {
    Socket.prototype.connect = connect;
    await commands.executeCommand('twilioRoles.signOut');
  });

  it('activates, and asks nobody for anything before it has', async () => {
    assert.ok(extension, 'VS Code has loaded it');
    assert.equal(extension.isActive, false, 'nothing has activated it yet');
    await extension.activate();
    assert.equal(extension.isActive, true);
    const [activation, another] = performance.getEntriesByName('twilioRoles.activate');
    assert.ok(activation && !another, 'it is measured once');
    const end = activation.startTime + activation.duration;
    assert.deepEqual(
      connections.filter((at) => at <= end),
      [],
    );
  });

  it('asks once a person wants something, which the same watch sees', async () => {
    const before = connections.length;
    await commands.executeCommand('twilioRoles.openSandbox');
    await commands.executeCommand('twilioRoles.plan', example('roles.yaml'));
    assert.ok(connections.length > before);
  });

  it('runs on a Node that undici supports', () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    assert.ok(major > 22 || (major === 22 && minor >= 19), process.versions.node);
  });
});
