import type { LiveSnapshot } from '../../core/src';

/** An account with one service, the default one, and one live role in it: the service role Agent. */
export const liveAgent: readonly LiveSnapshot[] = [
  {
    account: `AC${'a'.repeat(32)}`,
    product: 'conversations',
    complete: true,
    services: [
      {
        sid: `IS${'1'.repeat(32)}`,
        isDefault: true,
        roles: [{ sid: `RL${'1'.repeat(32)}`, friendlyName: 'Agent', type: 'service', permissions: [] }],
      },
    ],
  },
];
