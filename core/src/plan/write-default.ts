import { settle } from './settle';
import { defaultFor } from './words';
import { notAsMeant, type Of, sidOf, stale, type WriteContext } from './write';

/** Sets one default, if it is what the plan saw; the other two aren't sent. */
export async function setDefault(change: Of<'set-default'>, context: WriteContext): Promise<void> {
  const { service, reading, record, wait } = context;
  const { key, before } = change;
  const label = `The default role for ${defaultFor[key]}`;
  const sid = sidOf(change.after, context);
  const now = await service.defaults(reading);
  if (now[key] === sid) return;
  if (now[key] !== before?.sid) throw stale(`${label} became ${now[key] ?? 'none'}`);
  await record(async () => {
    const after = await settle(
      () => service.updateDefaults({ [key]: sid }),
      async () => {
        const read = await service.defaults();
        return read[key] === sid ? read : undefined;
      },
      wait,
    );
    if (after[key] !== sid) throw notAsMeant('default', `${after[key] ?? 'none'} for ${defaultFor[key]}`);
    return true as const;
  });
}
