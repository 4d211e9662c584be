import type { Product } from '../catalog';
import { productIn } from '../check';
import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import { isSid, type ServiceSid } from '../sid';
import type { Span } from '../span';

export interface DocumentLink extends Span {
  readonly target: string;
  readonly tooltip: string;
}

/**
 * Services lead to their page in Twilio's Console. Permissions have no link: an editor underlines every link, and
 * a file of underlined permissions hides the one that is underlined because it's wrong. Their hover has the link.
 */
export function links(document: RolesDocument): readonly DocumentLink[] {
  const product = productIn(document);
  const found: DocumentLink[] = [];
  for (const { sid, region } of document.head.entry.services) {
    if (!sid || !isSid(sid.value, 'IS')) continue;
    const target = consolePage(sid.value, product, region?.value);
    found.push({ ...toFile(document.head, sid), target, tooltip: "Open in Twilio's Console" });
  }
  return found;
}

/** A service's page. Roles and users have none of their own. Source: links in Twilio's samples and tutorials. */
function consolePage(sid: ServiceSid, product: Product, region: string | undefined): string {
  const page = `https://www.twilio.com/console/${product}/services/${sid}`;
  return region && /^[a-z]{2}[0-9]$/.test(region) ? `${page}?x-target-region=${region}` : page;
}
