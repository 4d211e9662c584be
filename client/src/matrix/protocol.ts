/** What the matrix's page and the extension say to each other. No vscode and no DOM: both sides and the tests read it. */
import { isRoleType, type Matrix, type RoleType } from '../../../core/src';

/** Texts of the page, translated by the extension. `{0}` is a role, `{1}` a permission. */
export interface MatrixStrings {
  readonly title: string;
  readonly filterPermissions: string;
  readonly filterRoles: string;
  readonly onlyDifferences: string;
  readonly exportMarkdown: string;
  readonly exportCsv: string;
  readonly permission: string;
  readonly nothing: string;
  /** `{0}` of `{1}` roles are shown. */
  readonly capped: string;
  readonly unmanaged: string;
  readonly notLive: string;
  readonly states: Readonly<Record<'yes' | 'no' | 'added' | 'removed' | 'refused', string>>;
  readonly legend: Readonly<Record<'yes' | 'added' | 'removed' | 'refused', string>>;
}

export interface ShowMessage {
  readonly type: 'show';
  readonly matrix: Matrix;
  /** The line under the title: which file, against which service. */
  readonly subtitle: string;
  readonly strings: MatrixStrings;
  /** Kept by the page so that the panel can come back after a reload. */
  readonly uri: string;
}

/** A cell was clicked, or Space pressed on it. */
export interface ToggleMessage {
  readonly type: 'toggle';
  readonly role: string;
  readonly roleType: RoleType;
  readonly permission: string;
  readonly granted: boolean;
}

export type PageMessage =
  | { readonly type: 'ready' }
  | ToggleMessage
  | { readonly type: 'open'; readonly role: string; readonly roleType: RoleType }
  | { readonly type: 'export'; readonly format: 'markdown' | 'csv' };

/** What a page said, if it is something that our page says. Anything else is dropped. */
export function toPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, role, roleType, permission, granted, format } = value as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return { type };
    case 'export':
      return format === 'markdown' || format === 'csv' ? { type, format } : undefined;
    case 'open':
      return typeof role === 'string' && isType(roleType) ? { type, role, roleType } : undefined;
    case 'toggle':
      return typeof role === 'string' &&
        isType(roleType) &&
        isPermission(permission) &&
        typeof granted === 'boolean'
        ? { type, role, roleType, permission, granted }
        : undefined;
    default:
      return undefined;
  }
}

function isType(value: unknown): value is RoleType {
  return typeof value === 'string' && isRoleType(value);
}

/** A toggle writes the permission into a file, so nothing but a plain word gets through. */
function isPermission(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9]{0,99}$/.test(value);
}
