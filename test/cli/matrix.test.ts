import { describe, expect, it } from 'vitest';
import { cliFolder } from '../support/cli';

describe('twilio-roles matrix', () => {
  const folder = () =>
    cliFolder({
      'roles.yaml': `roles:
  - friendlyName: Agent
    type: conversation
    permissions: [sendMessage]
`,
    });

  it('prints Markdown and CSV', async () => {
    expect((await folder().run(['matrix', '--format', 'markdown'])).stdout).toContain('| sendMessage | ✓ |');
    expect((await folder().run(['matrix', '--format', 'csv'])).stdout).toContain(
      'sendMessage,send text messages,yes',
    );
  });

  it('draws a table', async () => {
    const { stdout, code } = await folder().run(['matrix']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/│ sendMessage +│ +x +│/);
  });

  it('draws one with numbers for the roles where the terminal is too narrow for their names', async () => {
    const roles = ['Agent: conversation', 'Customer: conversation', 'Guest: service'].map((role) => {
      const [name, type] = role.split(': ');
      return `  - { friendlyName: ${name}, type: ${type}, permissions: [addParticipant] }\n`;
    });
    const folder = cliFolder({ 'roles.yaml': `roles:\n${roles.join('')}` });
    const wide = await folder.runOnTerminal(['matrix'], [], { columns: 80 });
    expect(wide.stdout).toContain('│   Customer   │');
    const { stdout } = await folder.runOnTerminal(['matrix'], [], { columns: 50 });
    const lines = stdout.split('\r\n');
    expect(lines.slice(0, 5)).toEqual([
      '1 Agent (conversation)',
      '2 Customer (conversation)',
      '3 Guest (service)',
      '',
      '                             1 2 3',
    ]);
    expect(lines).toContain('addParticipant               x x x');
    expect(lines).toContain('sendMessage                      ·');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(50);
  });
});
