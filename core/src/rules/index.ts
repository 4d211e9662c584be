import { ambiguousRole } from './ambiguous-role';
import { attributesTooLong } from './attributes-too-long';
import { doubtfulPermission } from './doubtful-permission';
import { duplicateKey } from './duplicate-key';
import { duplicatePermission } from './duplicate-permission';
import { duplicateRole } from './duplicate-role';
import { duplicateUser } from './duplicate-user';
import { emptyName } from './empty-name';
import { emptyPermissions } from './empty-permissions';
import { identityLikeSid } from './identity-like-sid';
import { identityTooLong } from './identity-too-long';
import { immutableChange } from './immutable-change';
import { malformedAttributes } from './malformed-attributes';
import { malformedSid } from './malformed-sid';
import { missingKey } from './missing-key';
import { nameTooLong } from './name-too-long';
import { permissionOutOfScope } from './permission-out-of-scope';
import { privilegedDefault } from './privileged-default';
import { roleOutOfScope } from './role-out-of-scope';
import type { Rule } from './rule';
import { serviceAndServices } from './service-and-services';
import { undocumentedPermission } from './undocumented-permission';
import { unknownKey } from './unknown-key';
import { unknownLiveSid } from './unknown-live-sid';
import { unknownPermission } from './unknown-permission';
import { unknownRole } from './unknown-role';
import { unknownRoleType } from './unknown-role-type';
import { unknownService } from './unknown-service';
import { unusedAnchor } from './unused-anchor';
import { wrongProduct } from './wrong-product';
import { wrongSidKind } from './wrong-sid-kind';
import { wrongValue } from './wrong-value';
import { yamlSyntax } from './yaml-syntax';

/**
 * Every rule, in the order of the docs. A new rule is a file beside these, named for its id, and a line here; then
 * `npm run generate`. What several rules are made of is in `parts/`, `fields.ts` or `item-fixes.ts` for instance.
 */
export const rules = [
  yamlSyntax,
  duplicateKey,
  unknownKey,
  missingKey,
  wrongValue,
  serviceAndServices,
  unusedAnchor,
  malformedSid,
  wrongSidKind,
  emptyName,
  nameTooLong,
  duplicateRole,
  unknownRoleType,
  wrongProduct,
  unknownPermission,
  permissionOutOfScope,
  doubtfulPermission,
  undocumentedPermission,
  duplicatePermission,
  emptyPermissions,
  privilegedDefault,
  unknownRole,
  roleOutOfScope,
  unknownService,
  duplicateUser,
  identityLikeSid,
  identityTooLong,
  malformedAttributes,
  attributesTooLong,
  unknownLiveSid,
  immutableChange,
  ambiguousRole,
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];
