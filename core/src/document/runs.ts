import { Cutter, type PieceKind } from './cut';

/** A run of text that isn't read yet. */
export interface Run {
  readonly kind: PieceKind;
  readonly start: number;
  readonly text: string;
}

/** What is after a stretch of text that is cut again: the piece that has to begin there for all to stay as it is. */
export interface Following {
  readonly kind: PieceKind;
  readonly text: string;
}

export interface Context {
  /** The kind of the piece that the text begins with. */
  readonly kind: PieceKind;
  /** Where the text begins in the file. */
  readonly start: number;
  readonly following?: Following | undefined;
}

/**
 * Cuts a stretch of the file. `undefined` where the pieces after the stretch would not stay as they are;
 * `unsafe` where the file has to be parsed whole.
 */
export function cutRuns(text: string, { kind, start, following }: Context): Run[] | undefined | 'unsafe' {
  const cutter = new Cutter(following ? text + following.text : text, kind, start > 0);
  const runs: Run[] = [];
  let from = 0;
  let current = kind;
  for (const cut of cutter.cuts(0, text.length)) {
    runs.push({ kind: current, start: start + from, text: text.slice(from, cut.start) });
    from = cut.start;
    current = cut.kind;
  }
  const next = following && cutter.next(text.length);
  if (cutter.unsafe) return 'unsafe';
  if (following && next?.kind !== following.kind) return undefined;
  runs.push({ kind: current, start: start + from, text: text.slice(from) });
  return runs;
}
