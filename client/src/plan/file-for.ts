import type { RolesFile } from '../files/roles-files';
import type { ServiceKey } from '../live/store';

/** A file that says it is for a service, and under which name. */
export interface FileFor {
  readonly file: RolesFile;
  readonly serviceName?: string;
}

/** The files that name this service, in their order. */
export function filesFor(
  files: readonly RolesFile[],
  key: ServiceKey,
  isDefault: boolean,
): readonly FileFor[] {
  return files.flatMap((file): FileFor[] => {
    const { product, services } = file.document.head.entry;
    if ((product?.value ?? 'conversations') !== key.product) return [];
    const service = services.find(
      ({ sid }) => sid?.value === key.sid || (isDefault && sid?.value === 'default'),
    );
    if (!service) return [];
    return [service.name ? { file, serviceName: service.name.value } : { file }];
  });
}

/** The first of them. */
export function fileFor(
  files: readonly RolesFile[],
  key: ServiceKey,
  isDefault: boolean,
): FileFor | undefined {
  return filesFor(files, key, isDefault)[0];
}
