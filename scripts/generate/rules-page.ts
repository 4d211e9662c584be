import { type Rule, rules } from '../../core/src';

/** docs/rules.md: a table of all rules, and a section for each. */
export function rulesPage(): string {
  const table: readonly Rule[] = rules;
  return `# Rules

What Twilio Roles says about a \`roles.yaml\`, rule by rule. Each has a severity of its own; the setting
\`twilioRoles.severity\` makes it another, or \`off\`. This page is generated from the rules themselves, and its
examples are their tests.

| rule | severity | fix | what it says |
| --- | --- | --- | --- |
${table.map(row).join('\n')}

${table.map(section).join('\n')}`;
}

function row({ id, severity, fixable, summary }: Rule): string {
  return `| [\`${id}\`](#${id}) | ${severity} | ${fixable ? 'yes' : ''} | ${summary} |`;
}

function section({ id, severity, fixable, needs, summary, why, bad, good }: Rule): string {
  const facts = [
    `Severity: ${severity}.`,
    ...(fixable ? ['There is a quick fix.'] : []),
    ...(needs === 'live' ? ['It needs live data, and is silent where that is not complete.'] : []),
  ];
  return `## ${id}

${summary} ${why}

${facts.join(' ')}

Avoid:

${fenced(bad)}

Prefer:

${fenced(good)}
`;
}

/** A line that is long because that is its fault is cut: nobody reads 16 KB to see that it is too long. */
function fenced(example: string): string {
  const lines = example.trim().split('\n');
  return [
    '```yaml',
    ...lines.map((line) => (line.length > 110 ? `${line.slice(0, 107)}…` : line)),
    '```',
  ].join('\n');
}
