import type { Page } from './api';
import { TwilioError } from './error';

interface Named {
  readonly sid: string;
}

/**
 * The items of all pages, one page in memory at a time. A page is asked for when the one before it is used up, so
 * whoever stops iterating stops asking.
 */
export async function* items<T extends Named>(
  first: string,
  read: (path: string) => Promise<Page<T>>,
  subject: string,
): AsyncGenerator<T, undefined> {
  // Brent's way to notice a circle in constant memory: compare with a page remembered at powers of two.
  let remembered = '';
  let power = 1;
  let steps = 0;
  let firstSid: string | undefined;
  for (let path: string | undefined = first; path !== undefined; ) {
    if (path === remembered) throw circle(subject);
    if (steps === power) {
      remembered = path;
      power *= 2;
      steps = 0;
    }
    steps += 1;
    const page: Page<T> = await read(path);
    const sid = page.items[0]?.sid;
    if (sid !== undefined && sid === firstSid) throw circle(subject);
    firstSid = sid;
    for (const item of page.items) yield item;
    path = page.next;
  }
}

function circle(subject: string): TwilioError {
  return new TwilioError({
    kind: 'unreadable',
    subject,
    what: "Twilio's list leads back to a page that was read already",
    remedy: 'Try again.',
  });
}
