import type { RolesDocument } from '../document/document';
import type { Edit, Fix, WholeFileFix } from '../finding';
import { convertToConversations } from './convert-to-conversations';
import { declareChat } from './declare-chat';

const wholeFile: Readonly<Record<WholeFileFix, (document: RolesDocument) => readonly Edit[]>> = {
  convertToConversations,
  declareChat,
};

/** The edits of a problem's fix, counted from the start of the file. */
export function fixEdits(document: RolesDocument, fix: Fix): readonly Edit[] {
  return fix.wholeFile ? wholeFile[fix.wholeFile](document) : fix.edits;
}
