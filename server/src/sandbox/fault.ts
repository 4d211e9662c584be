import { createRandom } from './random';

/** Ways for a call to go wrong. Which calls each can befall is `applies`. */
export const faultKinds = [
  '429',
  '500',
  '503',
  'latency',
  /** The connection ends before anything is done. */
  'reset',
  /** It ends after the call was done. */
  'lost-answer',
  /** The body stops in the middle. */
  'cut-json',
  /** A later page of a list answers with the page before it. */
  'repeated-page',
  /** A read answers as if the last write hadn't been. */
  'stale-read',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export const isFaultKind = (text: string): text is FaultKind => faultKinds.some((kind) => kind === text);

/** The next `times` calls that match go wrong. */
export interface PlannedFault {
  readonly kind: FaultKind;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Tried on the path without the query. */
  readonly path?: RegExp;
  /** 1 where it is absent. */
  readonly times?: number;
}

export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  /** Whether it asks for a page behind the first. */
  readonly laterPage: boolean;
}

export interface Faults {
  /** The fault of this call, if any: planned ones first, then by chance. */
  next(target: FaultTarget): FaultKind | undefined;
  plan(fault: PlannedFault): void;
  setRates(rates: FaultRates): void;
}

/** Chances from 0 to 1, by kind. At most one befalls a call. */
export type FaultRates = Readonly<Partial<Record<FaultKind, number>>>;

export function createFaults(rates: FaultRates, seed: number): Faults {
  const random = createRandom(seed, 'faults');
  const planned: { fault: PlannedFault; left: number }[] = [];
  let current = rates;
  return {
    plan: (fault) => planned.push({ fault, left: fault.times ?? 1 }),
    setRates: (rates) => {
      current = rates;
    },
    next: (target) => {
      const index = planned.findIndex(({ fault }) => matches(fault, target));
      const found = planned[index];
      if (found) {
        found.left -= 1;
        if (found.left === 0) planned.splice(index, 1);
        return found.fault.kind;
      }
      // One draw a call, whatever the rates: a fault more or less doesn't move the others.
      let chance = random();
      for (const kind of faultKinds) {
        chance -= applies(kind, target) ? (current[kind] ?? 0) : 0;
        if (chance < 0) return kind;
      }
      return undefined;
    },
  };
}

function matches(fault: PlannedFault, target: FaultTarget): boolean {
  return (
    applies(fault.kind, target) &&
    (fault.method === undefined || fault.method === target.method) &&
    (fault.path === undefined || fault.path.test(target.path))
  );
}

function applies(kind: FaultKind, { method, laterPage }: FaultTarget): boolean {
  if (kind === 'repeated-page') return laterPage;
  if (kind === 'stale-read') return method === 'GET';
  // A deletion's answer has no body to cut.
  return kind !== 'cut-json' || method !== 'DELETE';
}
