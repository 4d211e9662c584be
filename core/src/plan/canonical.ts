/** JSON with the keys of every object sorted: equal values give equal text. `undefined` members are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Whether two attributes say the same: as JSON values, where both are JSON. Absent and empty are `{}`. */
export function sameAttributes(a: string | undefined, b: string | undefined): boolean {
  return a === b || comparable(a) === comparable(b);
}

function comparable(attributes: string | undefined): string {
  if (!attributes) return '{}';
  try {
    JSON.parse(attributes);
  } catch {
    return attributes;
  }
  return canonicalJson(JSON.parse(withExactNumbers(attributes)));
}

/**
 * JSON with a text in place of each number, since JavaScript's own are rounded: two ids of 17 digits may be one to it.
 * Texts are marked, so that none of them is taken for a number.
 */
function withExactNumbers(json: string): string {
  return json.replace(/"(?:[^"\\]+|\\.)*"|-?\d[-+.\deE]*/g, (token) =>
    token.startsWith('"') ? `"'${token.slice(1)}` : `"${exactNumber(token)}"`,
  );
}

/** A JSON number by its value: the digits between its outer zeros, and the power of ten that the last one counts. */
function exactNumber(token: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(token) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  // Without the look behind, a long run of zeros would be tried from each of them.
  const significant = digits.replace(/(?<!0)0+$/, '');
  if (significant === '') return '0';
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}

/** Whether two lists of permissions are the same set. */
export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const set = new Set(a);
  const other = new Set(b);
  return set.size === other.size && b.every((item) => set.has(item));
}

/** The items of `a` that `b` lacks, each once, sorted. */
export function without(a: readonly string[], b: readonly string[]): readonly string[] {
  const gone = new Set(b);
  return [...new Set(a)].filter((item) => !gone.has(item)).sort();
}
