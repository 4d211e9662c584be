import type { CheckOptions } from '../../../core/src/check';
import type { Severity } from '../../../core/src/problem';
import type { Settings } from './protocol';
import type { Session } from './session';

const section = 'twilioRoles';
const initial: Settings = { severity: {}, syntaxErrors: 'auto', inlayHints: true };

/** What the client says it wants, asked for once and again after each change. */
export class SettingsSource {
  readonly #fetch: () => Promise<unknown>;
  #current: Promise<Settings> | undefined;

  constructor({ connection, client, options }: Pick<Session, 'connection' | 'client' | 'options'>) {
    const given = toSettings(options.settings);
    this.#fetch = client.workspace?.configuration
      ? () => connection.workspace.getConfiguration(section)
      : () => Promise.resolve(given);
    this.#current = options.settings && Promise.resolve(given);
  }

  /** A client that can't answer is taken to want what everybody gets. */
  get(): Promise<Settings> {
    this.#current ??= this.#fetch().then(toSettings, () => initial);
    return this.#current;
  }

  forget(): void {
    this.#current = undefined;
  }
}

/** How to check, once it is settled who speaks of YAML's own syntax. */
export function checkOptions({ severity, syntaxErrors }: Settings, yamlServer: boolean): CheckOptions {
  return {
    severities: severity,
    yamlElsewhere: syntaxErrors === 'auto' ? yamlServer : syntaxErrors === 'never',
  };
}

const severities: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies (
  | Severity
  | 'off'
)[];

/** A client may answer anything; what isn't a setting is left at its default. */
function toSettings(answer: unknown): Settings {
  const { severity, syntaxErrors, inlayHints } = asRecord(answer);
  return {
    severity: Object.fromEntries(
      Object.entries(asRecord(severity)).filter((entry): entry is [string, Severity | 'off'] =>
        severities.includes(entry[1]),
      ),
    ),
    syntaxErrors: syntaxErrors === 'always' || syntaxErrors === 'never' ? syntaxErrors : initial.syntaxErrors,
    inlayHints: inlayHints !== false,
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
