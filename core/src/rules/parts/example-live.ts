import type { LiveSnapshot } from '../../live-snapshot';

/** One complete service of an example, with conversation roles of these SIDs and names. */
export function exampleLive(
  ...roles: readonly (readonly [sid: string, friendlyName: string])[]
): readonly LiveSnapshot[] {
  return [
    {
      account: 'AC99999999999999999999999999999999',
      product: 'conversations',
      complete: true,
      services: [
        {
          sid: 'IS11111111111111111111111111111111',
          isDefault: true,
          roles: roles.map(([sid, friendlyName]) => ({
            sid,
            friendlyName,
            type: 'conversation',
            permissions: ['sendMessage'],
          })),
        },
      ],
    },
  ];
}
