import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml';

/** Where a node begins, its anchor and tag included; -1 where nothing is written. */
export function startOf(event: Event): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return -1;
  const quoted = event.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN;
  const content = event.type === EVENT_ID.SCALAR ? event.valueStart - (quoted ? 1 : 0) : event.start;
  const places = [content, event.tagStart, event.anchorStart - 1].filter((place) => place >= 0);
  return places.length > 0 ? Math.min(...places) : -1;
}
