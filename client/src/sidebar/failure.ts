import { l10n } from 'vscode';
import { TwilioError } from '../../../core/src';

/** The ways in which reading can fail, as far as they are shown differently. */
export type FailureKind = 'offline' | 'unauthorized' | 'forbidden' | 'failed';

export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof TwilioError)) return 'failed';
  switch (error.kind) {
    case 'offline':
    case 'unauthorized':
    case 'forbidden':
      return error.kind;
    default:
      return 'failed';
  }
}

/** A few words for a row; the error's own sentences go into its tooltip. */
export function failureTitle(kind: FailureKind): string {
  switch (kind) {
    case 'offline':
      return l10n.t('Twilio can’t be reached');
    case 'unauthorized':
      return l10n.t('The credentials are refused');
    case 'forbidden':
      return l10n.t('Not allowed for these credentials');
    case 'failed':
      return l10n.t('Reading failed');
  }
}

export const failureIcons: Readonly<Record<FailureKind, string>> = {
  offline: 'debug-disconnect',
  unauthorized: 'key',
  forbidden: 'circle-slash',
  failed: 'error',
};

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
