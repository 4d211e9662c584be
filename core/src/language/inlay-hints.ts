import type { RolesDocument } from '../document/document';
import type { Span } from '../span';
import { type LiveNames, liveName } from './live-names';
import { sidTexts } from './sid-texts';

/** A name shown after a SID. Plain text. */
export interface InlayHint {
  readonly offset: number;
  readonly text: string;
}

/** What the SIDs in a part of the file are called live. */
export function inlayHints(document: RolesDocument, within: Span, live: LiveNames): readonly InlayHint[] {
  return [...sidTexts(document, within)].flatMap(({ sid, end }) => {
    const name = liveName(live, sid);
    return name === undefined ? [] : [{ offset: end, text: name }];
  });
}
