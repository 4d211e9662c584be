import { type Rule, rules } from '../../core/src';

interface Manifest {
  readonly contributes: {
    readonly configuration?: { readonly properties?: Readonly<Record<string, unknown>> };
  };
}

/** package.json with the setting that gives each rule its severity; everything else as it is. */
export function manifest(current: string): string {
  const whole = JSON.parse(current) as Manifest;
  const { configuration } = whole.contributes;
  const properties = { ...configuration?.properties, 'twilioRoles.severity': severitySetting() };
  const contributes = { ...whole.contributes, configuration: { ...configuration, properties } };
  return `${JSON.stringify({ ...whole, contributes }, undefined, 2)}\n`;
}

function severitySetting() {
  const table: readonly Rule[] = rules;
  return {
    type: 'object',
    default: {},
    additionalProperties: false,
    scope: 'resource',
    order: 2,
    markdownDescription:
      'How much each rule matters, for instance `{ "undocumented-permission": "off" }`. A rule that is not named keeps its own severity.',
    properties: Object.fromEntries(
      table.map(({ id, severity, summary }) => [
        id,
        {
          type: 'string',
          enum: ['error', 'warning', 'information', 'hint', 'off'],
          default: severity,
          markdownDescription: summary,
        },
      ]),
    ),
  };
}
