import type { Finding } from '../finding';
import type { AnchorUses } from './anchor-uses';
import { DocumentState } from './document-state';
import type { FileIndex } from './file-index';
import type { Findings } from './findings';
import type { Block, Head, RoleEntry, UserEntry, YamlAlias, YamlContent } from './model';

/** A file and what it says. Parsing never fails: what is wrong is told by `check`. */
export interface RolesDocument {
  /** Put together when it is asked for; `slice` is for those who need a part. */
  readonly text: string;
  readonly length: number;
  readonly head: Block<Head>;
  /** In the order of the file. */
  readonly roles: readonly Block<RoleEntry>[];
  readonly users: readonly Block<UserEntry>[];
  /** The head, then roles and users in the order of the file. */
  readonly blocks: readonly Block[];
  readonly index: FileIndex;
  /** What YAML says against the file as a whole; what it says against one block is with the block. */
  readonly syntax: readonly PlacedSyntax[];
  readonly findings: Findings;
  /** The text from `start` to `end`, at the cost of what is between them. */
  slice(start: number, end: number): string;
  /** What an alias of the file stands for, wherever its anchor is; `undefined` where there is none before it. */
  resolve(alias: YamlAlias): YamlContent | undefined;
  /** What an alias of this name would stand for at an offset. */
  nodeFor(name: string, offset: number): YamlContent | undefined;
  /** The anchor that is written at an offset, or that the alias there stands for, with all of its aliases. */
  anchorUsesAt(offset: number): AnchorUses | undefined;
  /** The block whose text an offset is in: the entry, or the head. */
  blockAt(offset: number): Block;
}

export interface PlacedSyntax {
  readonly block: Block;
  readonly finding: Finding;
}

/** A replacement of what stands between two offsets. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Reads a file. Never throws, whatever the text. */
export function parseDocument(text: string): RolesDocument {
  return new DocumentState(text);
}

/**
 * Applies changes one after another, each counted in the text that the one before left, as LSP has them. Costs what
 * the touched blocks are long, not the file. Gives the document to go on with; the one that was given is used up.
 */
export function editDocument(document: RolesDocument, changes: readonly TextChange[]): RolesDocument {
  const state = document instanceof DocumentState ? document : new DocumentState(document.text);
  for (const change of changes) state.edit(change);
  return state;
}
