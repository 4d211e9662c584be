import tls from 'node:tls';
import type { ConnectOptions } from './options';

/**
 * What a connection says of the certificates that it trusts: nothing, and so what Node trusts, where there are none
 * beside those. They are read once for all connections, as there are hundreds.
 */
export function trust(certificates: NonNullable<ConnectOptions['certificates']>): {
  readonly secureContext?: tls.SecureContext;
} {
  const more = certificates === 'system' ? certificatesOf('system') : certificates;
  if (more.length === 0) return {};
  // What NODE_EXTRA_CA_CERTS names is among Node's own.
  return { secureContext: tls.createSecureContext({ ca: [...certificatesOf('default'), ...more] }) };
}

/** Each once; none on the older Node that the command line may run on, which doesn't tell. */
function certificatesOf(store: 'default' | 'system'): readonly string[] {
  const { getCACertificates }: Partial<typeof tls> = tls;
  return [...new Set(getCACertificates?.(store))];
}
