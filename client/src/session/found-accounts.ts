import { homedir } from 'node:os';
import { l10n, Uri, workspace } from 'vscode';
import {
  parseTwilioCliConfig,
  type SignIn,
  type SignInResult,
  shortSid,
  signInFromEnvironment,
} from '../../../core/src';

/** An account that this machine knows of. It is looked for when a person asks for it, never before. */
export interface FoundAccount extends SignIn {
  readonly name: string;
  /** Where it was found. */
  readonly source: string;
}

/** What was found, and sentences for what was there and couldn't be used. */
export interface Found {
  readonly accounts: readonly FoundAccount[];
  readonly missing: readonly string[];
}

/** The account in the environment of VS Code. */
export function inEnvironment(): Found {
  return sort([['', l10n.t('environment'), signInFromEnvironment(process.env)]]);
}

/** The profiles of twilio-cli, the active one first. */
export async function inTwilioCli(): Promise<Found> {
  const uri = Uri.joinPath(Uri.file(homedir()), '.twilio-cli', 'config.json');
  const text = await workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
  if (text === undefined) {
    return {
      accounts: [],
      missing: [l10n.t('twilio-cli isn’t signed in on this machine: there is no {0}.', uri.fsPath)],
    };
  }
  const config = parseTwilioCliConfig(text, process.env);
  if (!config)
    return { accounts: [], missing: [l10n.t('{0} isn’t a config file of twilio-cli.', uri.fsPath)] };
  const profiles = [...config.profiles].sort(
    ([a], [b]) => Number(b === config.active) - Number(a === config.active),
  );
  return sort(profiles.map(([name, result]) => [name, l10n.t('twilio-cli profile "{0}"', name), result]));
}

/** The words of a quick pick's row. */
export function describeFound({ accountSid, credentials, region }: FoundAccount): string {
  const kind = 'apiKey' in credentials ? l10n.t('API key') : l10n.t('auth token');
  return [shortSid(accountSid), region, kind].filter(Boolean).join(' · ');
}

function sort(results: readonly (readonly [name: string, source: string, result: SignInResult])[]): Found {
  return {
    accounts: results.flatMap(([name, source, result]) =>
      'signIn' in result ? [{ name, source, ...result.signIn }] : [],
    ),
    missing: results.flatMap(([, , result]) => ('missing' in result ? [result.missing] : [])),
  };
}
