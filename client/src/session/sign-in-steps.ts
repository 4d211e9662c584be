import { l10n, type QuickPickItem } from 'vscode';
import { type AccountSid, shortSid } from '../../../core/src';
import { ask, back, pick, type Step } from './quick-input';
import { accountName, accountSid, apiKeySid, apiSecret, authToken, edgeAndRegion } from './validate';

/** An account as far as it was asked for. */
export interface Draft {
  readonly name: string;
  readonly accountSid: string;
  readonly apiKey: string;
  /** An API key's secret or an auth token; never shown again, so it is asked for again. */
  readonly secret: string;
  readonly region?: string;
  readonly edge?: string;
}

export const emptyDraft: Draft = { name: '', accountSid: '', apiKey: '', secret: '' };

type DraftText = 'name' | 'accountSid' | 'apiKey' | 'secret';

function text(
  key: DraftText,
  question: () => Omit<Parameters<typeof ask>[0], 'title' | 'step' | 'of' | 'value'>,
): Step<Draft> {
  return async (draft, place) => {
    const asked = question();
    const value = asked.password ? '' : draft[key];
    const answer = await ask({ ...place, ...asked, value });
    return typeof answer === 'string' ? { ...draft, [key]: answer } : answer;
  };
}

const account = text('accountSid', () => ({
  prompt: l10n.t('Account SID, from the start page of the Twilio Console'),
  placeholder: 'AC…',
  validate: accountSid,
}));

const key = text('apiKey', () => ({
  prompt: l10n.t(
    'API key SID. Make one in the Console under "API keys & tokens"; it can be revoked on its own.',
  ),
  placeholder: 'SK…',
  validate: apiKeySid,
}));

const secret = text('secret', () => ({
  prompt: l10n.t('Secret of the API key'),
  password: true,
  validate: apiSecret,
}));

const token = text('secret', () => ({
  prompt: l10n.t('Auth token. It can do everything that the account can: an API key is the safer way.'),
  password: true,
  validate: authToken,
}));

const name: Step<Draft> = async (draft, place) => {
  const answer = await ask({
    ...place,
    prompt: l10n.t('A name for this account, as it is shown here. May be left empty.'),
    placeholder: shortSid(draft.accountSid),
    value: draft.name,
    validate: accountName,
  });
  return typeof answer === 'string' ? { ...draft, name: answer } : answer;
};

interface RegionItem extends QuickPickItem {
  readonly region?: string;
  readonly edge?: string;
  readonly other?: boolean;
}

const region: Step<Draft> = async (draft, place) => {
  const items: readonly RegionItem[] = [
    {
      label: l10n.t('United States'),
      description: l10n.t('us1, where an account is unless it was put elsewhere'),
    },
    {
      label: l10n.t('Ireland'),
      description: l10n.t('ie1 by the edge dublin'),
      region: 'ie1',
      edge: 'dublin',
    },
    { label: l10n.t('Another edge and region…'), other: true },
  ];
  const placeholder = l10n.t('Credentials belong to one region. Which one?');
  const chosen = await pick({ ...place, placeholder, items });
  if (chosen === undefined || chosen === back) return chosen;
  const { region: _region, edge: _edge, ...rest } = draft;
  if (!chosen.other) {
    return chosen.region && chosen.edge ? { ...rest, region: chosen.region, edge: chosen.edge } : rest;
  }
  const answer = await ask({
    ...place,
    prompt: l10n.t('Edge and region, with a space between them'),
    placeholder: 'dublin ie1',
    validate: edgeAndRegion,
  });
  if (typeof answer !== 'string') return answer;
  const [edge = '', typed = ''] = answer.split(' ');
  return { ...rest, region: typed, edge };
};

export const apiKeySteps: readonly Step<Draft>[] = [account, key, secret, region, name];
export const authTokenSteps: readonly Step<Draft>[] = [account, token, region, name];

/** The question that a person is brought back to when Twilio refuses the credentials. */
export const secretStep = {
  apiKey: apiKeySteps.indexOf(secret),
  authToken: authTokenSteps.indexOf(token),
} as const;

/** The SID of a draft that the questions validated. */
export function draftAccountSid(draft: Draft): AccountSid {
  return draft.accountSid as AccountSid;
}
