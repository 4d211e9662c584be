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
    return canonicalJson(JSON.parse(attributes));
  } catch {
    return attributes;
  }
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
