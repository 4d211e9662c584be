import type { IncomingHttpHeaders } from 'undici/types/header';
import type { Refusal } from './error';

/** What an error's body says, whichever of Twilio's three shapes it has; nothing where it isn't JSON. */
export function parseRefusal(status: number, headers: IncomingHttpHeaders, text: string): Refusal {
  const requestId = header(headers, 'twilio-request-id');
  const retryAfter = parseRetryAfter(header(headers, 'retry-after'));
  const body = parseObject(text);
  // {code, message, …}, or RFC 9457's {title, detail, code, …}.
  const code = body?.code;
  const detail = [body?.message, body?.detail, body?.title].find(
    (text) => typeof text === 'string' && text !== '',
  );
  return {
    status,
    ...(typeof code === 'number' && { code }),
    ...(typeof detail === 'string' && { detail }),
    ...(requestId !== undefined && { requestId }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** The first value of a header. */
export function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** Seconds or a date (RFC 9110), as milliseconds from now. */
function parseRetryAfter(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  // A success comes here without its text, and an exception for each would be felt in a long list.
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
