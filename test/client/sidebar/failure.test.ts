import { describe, expect, it, vi } from 'vitest';
import { failureKind, failureTitle } from '../../../client/src/sidebar/failure';
import { TwilioError, type TwilioErrorKind } from '../../../core/src';

vi.mock('vscode', () => import('../../support/vscode'));

const failed = (kind: TwilioErrorKind) => new TwilioError({ kind, subject: 'list roles', what: 'no' });

describe('a failure of reading', () => {
  it.each([
    ['offline', 'Twilio can’t be reached'],
    ['unauthorized', 'The credentials are refused'],
    ['forbidden', 'Not allowed for these credentials'],
    ['server', 'Reading failed'],
    ['rate-limited', 'Reading failed'],
  ] as const)('is told apart: %s', (kind, title) => {
    expect(failureTitle(failureKind(failed(kind)))).toBe(title);
  });

  it('may be none of Twilio', () => {
    expect(failureKind(new Error('a bug'))).toBe('failed');
  });
});
