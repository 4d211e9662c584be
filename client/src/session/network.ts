import type { WorkspaceConfiguration } from 'vscode';
import { type ConnectOptions, proxyFromEnvironment } from '../../../core/src';

/**
 * VS Code's own `http.*` settings: its proxy, what goes around it, and whose certificates count. A proxy that isn't
 * set is inherited from the environment, as VS Code does.
 */
export function networkOptions(
  http: Pick<WorkspaceConfiguration, 'get'>,
  environment: Readonly<Record<string, string | undefined>>,
): Pick<ConnectOptions, 'proxy' | 'certificates'> {
  const inherited = proxyFromEnvironment(environment);
  const url = http.get<string>('proxy') || inherited.url;
  const noProxy = http.get<string[]>('noProxy', []);
  return {
    proxy: {
      ...(url && http.get<string>('proxySupport') !== 'off' && { url }),
      noProxy: noProxy.length > 0 ? noProxy : (inherited.noProxy ?? []),
      strictSSL: http.get<boolean>('proxyStrictSSL', true),
    },
    ...(http.get<boolean>('systemCertificates', true) && { certificates: 'system' }),
  };
}
