import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { scratch } from '../../../scripts/paths';
import { type ServedSandbox, serveSandbox } from '../../../scripts/sandbox';
import { issueCertificate, startFront } from '../../support/front';
import { startProxy } from '../../support/proxy';

const seed = {
  services: [
    {
      friendlyName: 'Front desk',
      roles: [{ friendlyName: 'Concierge', type: 'service', permissions: ['joinConversation'] }],
    },
  ],
};

/** An account at what stands for Twilio's own hosts: they are behind a proxy whose every way leads to a sandbox. */
export interface Acme extends AsyncDisposable {
  readonly twilio: ServedSandbox;
  /** What a window needs to get there. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Starts it; `name` names the folder of its seed. */
export async function serveAcme(name: string): Promise<Acme> {
  const folder = scratch('run', `${name}-seed`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'seed.json'), JSON.stringify(seed));
  const twilio = await serveSandbox(['--seed', join(folder, 'seed.json'), '--random-seed', '2']);
  const { tls } = await issueCertificate();
  const front = await startFront(twilio, tls);
  const proxy = await startProxy(createServer(), front.port);
  const settings = {
    'http.proxy': proxy.url,
    'http.proxySupport': 'override',
    // Nobody vouches for what stands for Twilio here.
    'http.proxyStrictSSL': false,
  };
  return {
    twilio,
    settings,
    async [Symbol.asyncDispose]() {
      proxy[Symbol.dispose]();
      await front[Symbol.asyncDispose]();
      await twilio.stop();
    },
  };
}
