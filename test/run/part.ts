/** What came of one part of the tests. */
export interface Tally {
  readonly passed: number;
  /** One text for each test that failed or was skipped, and for whatever couldn't run at all. */
  readonly failures: readonly string[];
}

/** A part of the tests, as `npm test -- --only NAME` names it. */
export interface Part {
  readonly name: string;
  readonly summary: string;
  run(): Promise<Tally>;
}

/** A part that is one check: it passes, or fails with what was thrown. */
export function check(name: string, summary: string, run: () => Promise<unknown>): Part {
  return {
    name,
    summary,
    async run() {
      await run();
      return { passed: 1, failures: [] };
    },
  };
}
