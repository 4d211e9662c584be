import type { TwilioAccount } from '../twilio/api';
import type { Desired, Live, Report } from './model';

/** Why this service isn't the one that is meant. */
export function wrongTarget(
  { product, target }: Pick<Desired, 'product' | 'target'>,
  live: Live,
): readonly Report[] {
  const wrong = (message: string): Report => ({ kind: 'wrong-target', severity: 'error', message });
  const reports: Report[] = [];
  if (product !== live.product) {
    reports.push(
      wrong(`The file is for ${product}, and this service was read as ${live.product}; correct "product".`),
    );
  }
  if (target?.account && target.account !== live.account) {
    reports.push(
      wrong(
        `The file is for account ${target.account}, and this is ${live.account}; sign in to the account that the file names.`,
      ),
    );
  }
  if (target && (target.sid === 'default' ? !live.service.isDefault : target.sid !== live.service.sid)) {
    const meant = target.sid === 'default' ? "the account's default service" : target.sid;
    reports.push(
      wrong(
        `The file is for ${meant}, and this is ${live.service.sid}; choose the service that the file names.`,
      ),
    );
  }
  return reports;
}

/**
 * The region that the file names, where the account is signed in to in another one. Asked before anything is read:
 * `default` is another service in each region, so what would be read there is somebody else's.
 */
export function otherRegion(
  { target }: Pick<Desired, 'target'>,
  { region }: Pick<TwilioAccount, 'region'>,
): string | undefined {
  return region !== undefined && target?.region !== region ? target?.region : undefined;
}
