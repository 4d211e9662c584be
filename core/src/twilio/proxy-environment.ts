import type { ProxyOptions } from './options';

/** The proxy that programs are told of by the environment, as curl reads it: `HTTPS_PROXY`, `NO_PROXY`, in either case. */
export function proxyFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): ProxyOptions {
  const url = environment.https_proxy || environment.HTTPS_PROXY;
  const noProxy = environment.no_proxy || environment.NO_PROXY;
  return { ...(url && { url }), ...(noProxy && { noProxy: noProxy.split(/[\s,]+/) }) };
}
