/** A half-open range of UTF-16 code units. What it counts from (a block, a file) is said where one is kept. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span moved by `distance`: from block offsets to file offsets, for instance. */
export function shift(span: Span, distance: number): Span {
  return { start: span.start + distance, end: span.end + distance };
}

/** Whether `offset` is in the span or at either edge, as a cursor is. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
