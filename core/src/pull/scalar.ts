import { sameAttributes } from '../plan/canonical';

/** Plain words: nothing in them that YAML reads otherwise, in block or in flow. */
const plainPattern = /^[A-Za-z][\w.@/+-]*(?: [\w.@/+][\w.@/+-]*)*$/;
/** What YAML 1.1 or 1.2 takes for something else than text. */
const taken = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
/** Written out even between quotes: some YAML readers break lines at them or refuse them. */
const invisible = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Text as a YAML scalar on one line: as it is where that is safe, else in double quotes. */
export function scalar(text: string): string {
  if (plainPattern.test(text) && !taken.test(text)) return text;
  return JSON.stringify(text).replace(
    invisible,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Attributes in YAML's flow style. What YAML may read otherwise stays JSON in quotes. */
export function attributesText(json: string): string {
  const value = sureValue(json);
  return (value === undefined ? undefined : flowText(value)) ?? scalar(json);
}

/** The value that JSON is; `undefined` where it isn't sure to be the same once it is written and read. */
export function sureValue(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    // JavaScript rounds a number that has more digits than it can hold.
    const isExact = sameAttributes(json, JSON.stringify(value));
    return isExact && flowText(value) !== undefined ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A YAML reader looks no further than 1024 characters for the colon of a key. */
const longestKey = 500;

/** A JSON value in YAML's flow style; `undefined` where that isn't sure to be read back as it is. */
function flowText(value: unknown): string | undefined {
  if (typeof value === 'string') return scalar(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (Array.isArray(value)) {
    const items = value.map(flowText);
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  const members = Object.entries(value as object).map(([key, member]) => {
    const text = flowText(member);
    const sure = text !== undefined && key !== '__proto__' && key !== '<<' && key.length <= longestKey;
    return sure ? `${scalar(key)}: ${text}` : undefined;
  });
  if (members.includes(undefined)) return undefined;
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
