/** Whether a host is reached without the proxy. Source of the forms: `http.noProxy` of VS Code and `NO_PROXY` of curl. */
export function bypassesProxy(url: URL, noProxy: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy.some((entry) => {
    const [, host = '', entryPort] = /^(.*?)(?::(\d+))?$/.exec(entry.trim().toLowerCase()) ?? [];
    if (host === '' || (entryPort !== undefined && entryPort !== port)) return false;
    const name = host.replace(/^\*?\./, '');
    return host === '*' || url.hostname === name || url.hostname.endsWith(`.${name}`);
  });
}
