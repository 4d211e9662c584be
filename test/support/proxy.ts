import { once } from 'node:events';
import type { Server } from 'node:http';
import { Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createProxy, type ProxyServer } from 'proxy';

export interface LocalProxy extends Disposable {
  readonly url: string;
  /** Every `CONNECT` that it was asked for, with the headers that came with it. */
  readonly tunnels: { readonly target: string; readonly headers: string }[];
}

/** A proxy whose every way leads to one port of this machine. It knows one user, `me`, who has the password `p@ss`. */
export async function startProxy(server: Server, port: number): Promise<LocalProxy> {
  const tunnels: LocalProxy['tunnels'] = [];
  const proxy: ProxyServer = createProxy(server);
  proxy.authenticate = ({ headers }) => {
    const given = headers['proxy-authorization'];
    return given === undefined || given === `Basic ${btoa('me:p@ss')}`;
  };
  proxy.prependListener('connect', (request) => {
    tunnels.push({ target: request.url ?? '', headers: JSON.stringify(request.headers) });
    request.url = `127.0.0.1:${port}`;
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const scheme = server instanceof TlsServer ? 'https' : 'http';
  return {
    url: `${scheme}://localhost:${(proxy.address() as AddressInfo).port}`,
    tunnels,
    [Symbol.dispose]: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
