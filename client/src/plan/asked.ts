import { desired } from '../../../core/src';
import type { RolesFile } from '../files/roles-files';
import { severities } from '../settings';

/** What a file asks of a service, or its errors: those that the person's own severities make errors. */
export function askedBy({ document }: RolesFile, serviceName?: string): ReturnType<typeof desired> {
  return desired(document, serviceName, { severities: severities() });
}
