import { catalogSource, isRoleType, type Product, permissionsOf } from '../catalog';
import { productIn } from '../check';
import { toFile } from '../document/blocks';
import type { RolesDocument } from '../document/document';
import { isSid, type ServiceSid } from '../sid';
import type { Span } from '../span';

export interface DocumentLink extends Span {
  readonly target: string;
  readonly tooltip: string;
}

/** Enough for what a person looks at; an editor asks for all of a file's links at once. */
const mostLinks = 1000;

/** Services lead to their page in Twilio's Console, permissions to where Twilio explains them. */
export function links(document: RolesDocument): readonly DocumentLink[] {
  const product = productIn(document);
  const found: DocumentLink[] = [];
  for (const { sid, region } of document.head.entry.services) {
    if (!sid || !isSid(sid.value, 'IS')) continue;
    const target = consolePage(sid.value, product, region?.value);
    found.push({ ...toFile(document.head, sid), target, tooltip: "Open in Twilio's Console" });
  }
  for (const block of document.roles) {
    const { permissions, type } = block.entry;
    if (!permissions || !type || !isRoleType(type.value)) continue;
    for (const { value, alias, ...span } of permissions.items) {
      if (found.length >= mostLinks) return found;
      if (alias !== undefined || !permissionsOf(type.value).has(value)) continue;
      found.push({
        ...toFile(block, span),
        target: catalogSource(product),
        tooltip: "Open Twilio's page on roles",
      });
    }
  }
  return found;
}

/** A service's page. Roles and users have none of their own. Source: links in Twilio's samples and tutorials. */
function consolePage(sid: ServiceSid, product: Product, region: string | undefined): string {
  const page = `https://www.twilio.com/console/${product}/services/${sid}`;
  return region && /^[a-z]{2}[0-9]$/.test(region) ? `${page}?x-target-region=${region}` : page;
}
