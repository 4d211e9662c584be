/** Small readers of unknown JSON. Each returns what is wrong and where, or `undefined`. */
export type Shape = (value: unknown, path: string) => string | undefined;

export const text: Shape = (value, path) => (typeof value === 'string' ? undefined : `${path} isn't text`);

export const truth: Shape = (value, path) =>
  typeof value === 'boolean' ? undefined : `${path} isn't true or false`;

/** Zero or more, whole. */
export const number: Shape = (value, path) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : `${path} isn't a count`;

export function matching(pattern: RegExp, what: string): Shape {
  return (value, path) =>
    typeof value === 'string' && pattern.test(value) ? undefined : `${path} isn't ${what}`;
}

export function oneOf(...values: readonly unknown[]): Shape {
  return (value, path) =>
    values.includes(value)
      ? undefined
      : `${path} isn't one of ${values.map((each) => JSON.stringify(each)).join(', ')}`;
}

export function optional(shape: Shape): Shape {
  return (value, path) => (value === undefined ? undefined : shape(value, path));
}

export function list(shape: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return `${path} isn't a list`;
    return first(value.map((item, i) => shape(item, `${path}[${i}]`)));
  };
}

/** Members that aren't named are let be. */
export function object(members: Readonly<Record<string, Shape>>): Shape {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${path} isn't an object`;
    const entries = value as Readonly<Record<string, unknown>>;
    return first(
      Object.entries(members).map(([key, shape]) =>
        shape(Object.hasOwn(entries, key) ? entries[key] : undefined, `${path}.${key}`),
      ),
    );
  };
}

export function both(...shapes: readonly Shape[]): Shape {
  return (value, path) => {
    for (const shape of shapes) {
      const problem = shape(value, path);
      if (problem) return problem;
    }
    return undefined;
  };
}

function first(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}
