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
  const { TWILIO_REGION: region, TWILIO_EDGE: edge } = environment;
  if (isIncomplete(region, edge)) {
    const [set, other] = region ? ['TWILIO_REGION', 'TWILIO_EDGE'] : ['TWILIO_EDGE', 'TWILIO_REGION'];
    return {
      missing: `${set} is set and ${other} is not. Set both, for instance to ie1 and dublin, or neither.`,
    };
  }
  return build('TWILIO_ACCOUNT_SID', accountSid, credentials, region, edge);
}

/** The profiles of twilio-cli's config file. */
export interface TwilioCliConfig {
  /** The profile that twilio-cli itself would use. */
  readonly active?: string;
  readonly profiles: ReadonlyMap<string, SignInResult>;
}

/**
 * Reads the text of `~/.twilio-cli/config.json`; `undefined` where it isn't such a file. As twilio-cli does, it takes
 * the edge of a region from the environment first.
 */
export function parseTwilioCliConfig(
  text: string,
  environment: Environment = {},
): TwilioCliConfig | undefined {
  const config = parseJsonObject(text);
  if (!config) return undefined;
  const profiles = new Map<string, SignInResult>();
  for (const [name, value] of Object.entries(asObject(config.profiles) ?? {})) {
    const profile = asObject(value) ?? {};
    const region = asText(profile.region);
    const edge = (region && environment.TWILIO_EDGE) || asText(profile.edge ?? config.edge);
    profiles.set(name, fromProfile(name, profile, region, edge));
  }
  const active = asText(config.activeProject);
  return { profiles, ...(active !== undefined && { active }) };
}

function fromProfile(
  name: string,
  { accountSid, apiKey, apiSecret }: Readonly<Record<string, unknown>>,
  region: string | undefined,
  edge: string | undefined,
): SignInResult {
  const source = `Profile "${name}"`;
  if (typeof accountSid !== 'string' || typeof apiKey !== 'string' || typeof apiSecret !== 'string') {
    return {
      missing: `${source} has no API key and secret. Sign in again: twilio login --profile ${name}`,
    };
  }
  if (isIncomplete(region, edge)) {
    return {
      missing: region
        ? `${source} has the region "${region}" and no edge. Set TWILIO_EDGE to one, for instance to dublin for ie1.`
        : `${source} has the edge "${edge}" and no region. Create it anew with both, for instance ie1 and dublin, or neither.`,
    };
  }
  return build(source, accountSid, { apiKey, apiSecret }, region, edge);
}

/**
 * Twilio takes a region and an edge together or neither; an edge alone says nothing of where data is. `us1` is what
 * the plain host is in, and twilio-cli writes it down without an edge.
 */
function isIncomplete(region: string | undefined, edge: string | undefined): boolean {
  return Boolean(region) !== Boolean(edge) && !(region === 'us1' && !edge);
}

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
