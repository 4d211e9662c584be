import { l10n } from 'vscode';
import { isSid } from '../../../core/src';

/** What is wrong with a value as far as it is typed; `undefined` where it is right. */
export type Validate = (text: string) => string | undefined;

export const accountSid: Validate = (text) => sid(text, 'AC');
export const apiKeySid: Validate = (text) => sid(text, 'SK');

function sid(text: string, prefix: 'AC' | 'SK'): string | undefined {
  if (text === '') return l10n.t('Enter a SID that begins with {0}.', prefix);
  if (!text.startsWith(prefix.slice(0, text.length))) {
    return l10n.t('"{0}" isn’t the beginning of such a SID: it begins with {1}.', text.slice(0, 2), prefix);
  }
  const stray = /[^0-9a-fA-F]/.exec(text.slice(2));
  if (stray)
    return l10n.t('"{0}" can’t be in a SID: after {1} come digits and letters a to f.', stray[0], prefix);
  if (text.length !== 34) return l10n.t('A SID has 34 characters; this one has {0}.', text.length);
  return isSid(text, prefix) ? undefined : l10n.t('This isn’t a SID.');
}

/** An API key's secret: Twilio promises no form, so only what can't be right is refused. */
export const apiSecret: Validate = (text) => {
  if (text === '') return l10n.t('Enter the secret that Twilio showed when the key was made.');
  return /\s/.test(text) ? l10n.t('A secret has no spaces.') : undefined;
};

export const authToken: Validate = (text) => {
  if (text === '') return l10n.t('Enter the auth token of the account.');
  if (/[^0-9a-f]/i.test(text)) return l10n.t('An auth token has digits and letters a to f only.');
  return text.length === 32
    ? undefined
    : l10n.t('An auth token has 32 characters; this one has {0}.', text.length);
};

/** `edge region`, for example `dublin ie1`. Both become part of a host name, so nothing else may be in them. */
export const edgeAndRegion: Validate = (text) =>
  /^[a-z][a-z0-9-]{0,30} [a-z]{2}[0-9]$/.test(text)
    ? undefined
    : l10n.t('Enter an edge and a region, for example "dublin ie1".');

/** What a person calls the account. */
export const accountName: Validate = (text) =>
  text.length <= 40 ? undefined : l10n.t('At most 40 characters; these are {0}.', text.length);
