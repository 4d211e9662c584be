/** Credentials as other Twilio tools keep them. Pure: the front ends read the environment and the file. */
import { type AccountSid, isSid } from '../sid';

export type Credentials =
  | { readonly apiKey: string; readonly apiSecret: string }
  | { readonly authToken: string };

/** What is needed to speak for an account. */
export interface SignIn {
  readonly accountSid: AccountSid;
  readonly credentials: Credentials;
  readonly region?: string;
  readonly edge?: string;
}

/** A sign-in, or a sentence that says what is missing and what to do. It never repeats a secret. */
export type SignInResult = { readonly signIn: SignIn } | { readonly missing: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the names that every Twilio tool reads: an API key first, the auth token second. */
export function signInFromEnvironment(environment: Environment): SignInResult {
  const accountSid = environment.TWILIO_ACCOUNT_SID;
  const { TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: apiSecret, TWILIO_AUTH_TOKEN: authToken } = environment;
  if (!accountSid) return { missing: `TWILIO_ACCOUNT_SID is not set. Set it to the account's SID, AC….` };
  if (apiKey && !apiSecret)
    return { missing: 'TWILIO_API_KEY is set and TWILIO_API_SECRET is not. Set both.' };
  const credentials = apiKey && apiSecret ? { apiKey, apiSecret } : authToken ? { authToken } : undefined;
  if (!credentials) {
    return {
      missing: 'Neither TWILIO_API_KEY with TWILIO_API_SECRET nor TWILIO_AUTH_TOKEN is set. Set one of them.',
    };
  }
  return build(
    'TWILIO_ACCOUNT_SID',
    accountSid,
    credentials,
    environment.TWILIO_REGION,
    environment.TWILIO_EDGE,
  );
}

/** The profiles of twilio-cli's config file. */
export interface TwilioCliConfig {
  /** The profile that twilio-cli itself would use. */
  readonly active?: string;
  readonly profiles: ReadonlyMap<string, SignInResult>;
}

/** Reads the text of `~/.twilio-cli/config.json`; `undefined` where it isn't such a file. */
export function parseTwilioCliConfig(text: string): TwilioCliConfig | undefined {
  const config = parseJsonObject(text);
  if (!config) return undefined;
  const profiles = new Map<string, SignInResult>();
  for (const [name, value] of Object.entries(asObject(config.profiles) ?? {})) {
    const { accountSid, apiKey, apiSecret, region, edge } = asObject(value) ?? {};
    profiles.set(
      name,
      typeof accountSid === 'string' && typeof apiKey === 'string' && typeof apiSecret === 'string'
        ? build(
            `Profile "${name}"`,
            accountSid,
            { apiKey, apiSecret },
            asText(region),
            asText(edge ?? config.edge),
          )
        : {
            missing: `Profile "${name}" has no API key and secret. Sign in again: twilio login --profile ${name}`,
          },
    );
  }
  const active = asText(config.activeProject);
  return { profiles, ...(active !== undefined && { active }) };
}

/**
 * Twilio takes a region and an edge together or neither; an edge alone says nothing of where data is. `us1` is what
 * the plain host is in, and twilio-cli writes it down without an edge.
 */
function build(
  source: string,
  accountSid: string,
  credentials: Credentials,
  region: string | undefined,
  edge: string | undefined,
): SignInResult {
  if (!isSid(accountSid, 'AC')) {
    return {
      missing: `${source} has "${accountSid}" where an account SID belongs: AC and 32 hexadecimal digits.`,
    };
  }
  const isPlainHost = !edge && region === 'us1';
  if (Boolean(region) !== Boolean(edge) && !isPlainHost) {
    const [has, lacks] = region ? ['a region', 'edge'] : ['an edge', 'region'];
    return {
      missing: `${source} has ${has} and no ${lacks}. Give both, for instance ie1 and dublin, or neither.`,
    };
  }
  return { signIn: { accountSid, credentials, ...(region && edge && { region, edge }) } };
}

function parseJsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
