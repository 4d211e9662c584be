import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createProtocolConnection,
  type MessageReader,
  type MessageWriter,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import {
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const bundle = join(import.meta.dirname, '../../dist/server.js');
// Reading anything but itself, and starting anything, is an error.
const locked = ['--permission', `--allow-fs-read=${bundle}`];

describe('the bundle', () => {
  it('serves over stdin and stdout, and reads no disk', async () => {
    const child = spawn(process.execPath, [...locked, bundle, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await diagnoses(child, new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  });

  it("serves over the channel of VS Code's client, and reads no disk", async () => {
    const child = fork(bundle, ['--node-ipc'], { execArgv: locked });
    await diagnoses(child, new IPCMessageReader(child), new IPCMessageWriter(child));
  });
});

async function diagnoses(child: ChildProcess, reader: MessageReader, writer: MessageWriter): Promise<void> {
  onTestFinished(() => void child.kill());
  const connection = createProtocolConnection(reader, writer);
  const published = new Promise<PublishDiagnosticsParams>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  );
  connection.listen();
  const { serverInfo } = await connection.sendRequest<{ serverInfo: object }>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  expect(serverInfo).toEqual({ name: 'twilio-roles' });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///roles.yaml', languageId: 'yaml', version: 1, text: 'service: IS1\n' },
  });
  const { diagnostics } = await published;
  expect(diagnostics).toMatchObject([{ code: 'malformed-sid' }]);
  expect(diagnostics[0]?.codeDescription?.href).toBe(
    `file://${join(bundle, '../../docs/rules.md')}#malformed-sid`,
  );
  const exited = once(child, 'exit');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect((await exited)[0]).toBe(0);
}
