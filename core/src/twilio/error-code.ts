import data from '../../../schemas/error-codes.json';

/** An error code of Twilio in our words. */
export interface CodeEntry {
  /** A clause without a full stop. */
  readonly meaning: string;
  /** Sentences that say what to do; absent where the meaning says it all. */
  readonly remedy?: string;
}

const byCode = new Map<number, CodeEntry>(
  Object.entries(data.codes).map(([code, entry]) => [Number(code), entry]),
);

/** What a code means and what to do about it; `undefined` for one that roles and users don't meet. */
export function errorCode(code: number | undefined): CodeEntry | undefined {
  return code === undefined ? undefined : byCode.get(code);
}
