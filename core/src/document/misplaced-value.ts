/** What is wrong inside of a line where YAML stops reading: with a value's first character, or with what follows it. */
import type { Finding, Fix } from '../finding';
import { isBlank, isLineBreak, isSpaceOrTab, lineStartOf } from './lines';

/** `undefined` where nothing inside of the line explains it. */
export function misplacedValue(text: string, at: number): Finding | undefined {
  const before = textBefore(text, at);
  if (beginning.test(before)) return badBeginning(text, at, before.trim() === '');
  const span = { start: at, end: endOfValue(text, at) };
  const last = before.trimEnd().at(-1);
  const alias = /\*\S+(?=[ \t]+$)/.exec(before)?.[0];
  const isQuote = last === '"' || last === "'";
  if (!isQuote && last !== ']' && last !== '}' && alias === undefined) return undefined;
  if (text[at] === '#') {
    const fixes = [fix('Add the space', at, at, ' ')];
    return { start: at, end: at + 1, message: 'A comment needs a space before its "#"; write one', fixes };
  }
  const what = isQuote ? 'closing quote' : `"${alias ?? last}"`;
  if (text.slice(at, span.end) === ',') {
    const fixes = [fix('Remove the ","', at, span.end, '')];
    return { ...span, message: `Nothing may follow the ${what}; remove the ","`, fixes };
  }
  if (isQuote) return { ...span, message: afterQuote(last) };
  return { ...span, message: `Nothing may follow the ${what}; remove it, or put the whole value in quotes` };
}

/** The same between brackets, where the parser takes it for a comma that is missing. */
export function misplacedItem(text: string, at: number): Finding | undefined {
  const before = textBefore(text, at);
  const item = /^[^,[\]{}\r\n]*/.exec(text.slice(at, at + mostSeen))?.[0].trimEnd() ?? '';
  const span = { start: at, end: at + Math.max(1, item.length) };
  if (/(?:^|[[{,:])[ \t]*$/.test(before) && reserved.test(item))
    return { ...span, message: cannotBegin('value', item) };
  const last = before.at(-1);
  return last === '"' || last === "'" ? { ...span, message: afterQuote(last) } : undefined;
}

/** Text on the line of a `|` or `>`, which take the lines below. */
export function onLineOfBlock(text: string, at: number): Finding {
  const start = Math.max(text.lastIndexOf('|', at), text.lastIndexOf('>', at));
  const end = endOfValue(text, at);
  return {
    start,
    end,
    message: `The text of a "${text[start]}" begins on the next line; write it there, or put the value in quotes`,
    fixes: [inQuotes(text, start, end)],
  };
}

/** What may stand before a value on its line. */
const beginning = /^[ \t]*$|(?:^|[ \t])-[ \t]+$|:[ \t]+$|(?:^|[ \t])[&!]\S*[ \t]+$/;
/** What nothing may begin with that has no quotes. */
const reserved = /^(?:[@`%,]|\?(?:\s|$))/;
/** How much of a line is looked at where only the nearest words matter: it may be megabytes long. */
const mostSeen = 200;

function textBefore(text: string, at: number): string {
  return text.slice(Math.max(lineStartOf(text, at), at - mostSeen), at);
}

function badBeginning(text: string, at: number, isFirst: boolean): Finding | undefined {
  const end = endOfValue(text, at);
  const value = text.slice(at, Math.min(end, at + mostSeen));
  if (reserved.test(value)) {
    const isKey = /^\S+:(?:\s|$)/.test(value);
    const message = cannotBegin(isKey ? 'key' : 'value', value);
    return { start: at, end, message, ...(!isKey && !isFirst && { fixes: [inQuotes(text, at, end)] }) };
  }
  if (isFirst || value[0] !== '-' || !isBlank(value.charCodeAt(1))) return undefined;
  const message = "A list can't begin on the line of its key; write it below, or put the value in quotes";
  return { start: at, end, message };
}

function cannotBegin(what: 'key' | 'value', text: string): string {
  return `A ${what} can't begin with "${text[0]}"; put it in quotes`;
}

function afterQuote(quote: '"' | "'"): string {
  const inside = quote === "'" ? "'' for an apostrophe" : '\\" for a quote';
  return `This text is after the closing quote; write ${inside}`;
}

function inQuotes(text: string, start: number, end: number): Fix {
  return fix('Put it in quotes', start, end, JSON.stringify(text.slice(start, end)));
}

function fix(title: string, start: number, end: number, newText: string): Fix {
  return { title, edits: [{ start, end, newText }], preferred: true };
}

/** The end of the line from `at` on, without its comment and the blanks before it. */
function endOfValue(text: string, at: number): number {
  let end = at;
  for (let next = at; next < text.length && !isLineBreak(text.charCodeAt(next)); next++) {
    if (isSpaceOrTab(text.charCodeAt(next))) continue;
    if (text[next] === '#' && next > at && isSpaceOrTab(text.charCodeAt(next - 1))) break;
    end = next + 1;
  }
  return end;
}
