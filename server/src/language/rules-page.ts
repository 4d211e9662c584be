/**
 * The address of docs/rules.md, which stands beside the folder that a bundle is in. Nobody reads the file here.
 * `bundle` is the bundle's own path.
 */
export function rulesPageBeside(bundle: string): string {
  // Only Windows separates by backslashes; elsewhere they are part of a name.
  const slashed = /^[A-Za-z]:\\/.test(bundle) ? bundle.replaceAll('\\', '/') : bundle;
  const path = encodeURI(slashed).replaceAll(/[?#]/g, encodeURIComponent);
  return new URL('../docs/rules.md', `file://${path.startsWith('/') ? '' : '/'}${path}`).href;
}
