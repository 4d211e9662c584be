/** Which changes of a plan are ticked. Everything is, until a person takes something out. Pure, for the view and its tests. */
import { type Plan, partsOf } from '../../../core/src';

/** What isn't ticked: ids of changes, and of their parts. */
export type Unchecked = ReadonlySet<string>;

/** Ticks or unticks a change or a part of one; a change is ticked as long as one of its parts is. */
export function setChecked(plan: Plan, unchecked: Unchecked, id: string, checked: boolean): Unchecked {
  const change = plan.changes.find((candidate) => candidate.id === id || partsOf(candidate).includes(id));
  if (!change) return unchecked;
  const next = new Set(unchecked);
  const put = (key: string, on: boolean) => (on ? next.delete(key) : next.add(key));
  const parts = partsOf(change);
  if (id === change.id) {
    for (const key of [id, ...parts]) put(key, checked);
  } else {
    put(id, checked);
    put(
      change.id,
      parts.some((part) => !next.has(part)),
    );
  }
  return next;
}

/** What is ticked, in the words of `selectChanges`: changes that are whole by their id, others by their parts. */
export function checkedIds(plan: Plan, unchecked: Unchecked): ReadonlySet<string> {
  return new Set(
    plan.changes.flatMap((change) => {
      if (unchecked.has(change.id)) return [];
      const parts = partsOf(change).filter((part) => !unchecked.has(part));
      return parts.length === partsOf(change).length ? [change.id] : parts;
    }),
  );
}

/** What of `unchecked` still means something in a newer plan. */
export function carryOver(plan: Plan, unchecked: Unchecked): Unchecked {
  const known = new Set(plan.changes.flatMap((change) => [change.id, ...partsOf(change)]));
  return new Set([...unchecked].filter((id) => known.has(id)));
}
