/** Flow style, read up to the cursor: `[a, {b: c, ` and so on, closed or not. */

/** An open bracket. In a mapping, `key` is the one whose value is being written, if its colon is there. */
export interface OpenBracket {
  readonly mapping: boolean;
  /** Where the current item, key or value begins, blanks included. */
  readonly itemStart: number;
  readonly key: string | undefined;
  /** Keys before the current one. */
  readonly keys: readonly string[];
}

interface Growing {
  mapping: boolean;
  itemStart: number;
  key: string | undefined;
  keys: string[];
}

/** The brackets that are open at `to`, outermost first; `from` is where the flow collection begins. */
export function openBrackets(text: string, from: number, to: number): readonly OpenBracket[] {
  const open: Growing[] = [];
  for (let at = from; at < to; at++) {
    const ch = text[at];
    const current = open.at(-1);
    if (ch === '"' || ch === "'") {
      if (current && isBlank(text, current.itemStart, at)) at = closingQuote(text, at, to);
    } else if (ch === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      while (at + 1 < to && text[at + 1] !== '\n' && text[at + 1] !== '\r') at++;
    } else if (ch === '[' || ch === '{') {
      open.push({ mapping: ch === '{', itemStart: at + 1, key: undefined, keys: [] });
    } else if (ch === ']' || ch === '}') {
      open.pop();
      if (open.length === 0) return [];
    } else if (ch === ',' && current) {
      if (current.key !== undefined) current.keys.push(current.key);
      current.key = undefined;
      current.itemStart = at + 1;
    } else if (ch === ':' && current?.mapping && current.key === undefined && endsKey(text, at)) {
      current.key = unquoted(text.slice(current.itemStart, at).trim());
      current.itemStart = at + 1;
    }
  }
  return open;
}

/** The text without the quotes around it. */
export function unquoted(text: string): string {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return text;
  return text.endsWith(quote) && text.length > 1 ? text.slice(1, -1) : text.slice(1);
}

function closingQuote(text: string, start: number, to: number): number {
  const quote = text[start];
  for (let at = start + 1; at < to; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return to;
}

function endsKey(text: string, colon: number): boolean {
  return /[\s,[\]{}]/.test(text[colon + 1] ?? ' ') || /["']/.test(text[colon - 1] ?? '');
}

function isBlank(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === '';
}
