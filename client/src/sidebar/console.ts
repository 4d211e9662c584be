import type { ServiceSid } from '../../../core/src';

/** The service's page in the Twilio Console. Pages of a role or a user have no address that Twilio promises. */
export function consoleUrl(service: ServiceSid): string {
  const frame = encodeURIComponent(`/console/conversations/services/${service}`);
  return `https://console.twilio.com/us1/develop/conversations/manage/services?frameUrl=${frame}`;
}
