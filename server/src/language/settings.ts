import type { CheckOptions } from '../../../core/src/check';
import type { Severity } from '../../../core/src/problem';
import type { Settings } from './protocol';
import type { Session } from './session';

const section = 'twilioRoles';
const initial: Settings = { severity: {}, syntaxErrors: 'auto', inlayHints: true };

/** What the client says it wants, asked for once and again after each change. */
export class SettingsSource {
  /** Absent where the client can't be asked. */
  readonly #fetch: (() => Promise<unknown>) | undefined;
  #current: Promise<Settings> | undefined;

  constructor({ connection, client, options }: Pick<Session, 'connection' | 'client' | 'options'>) {
    this.#fetch = client.workspace?.configuration
      ? () => connection.workspace.getConfiguration(section)
      : undefined;
    this.#current = options.settings && Promise.resolve(toSettings(options.settings));
  }

  /** A client that can't answer is taken to want what everybody gets. */
  get(): Promise<Settings> {
    this.#current ??= this.#fetch ? this.#fetch().then(toSettings, () => initial) : Promise.resolve(initial);
    return this.#current;
  }

  /** Takes note of a change. A client that can't be asked sends what it wants now along. */
  changed(pushed: unknown): void {
    const own = asRecord(pushed)[section];
    if (this.#fetch) this.#current = undefined;
    else if (own !== undefined) this.#current = Promise.resolve(toSettings(own));
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
