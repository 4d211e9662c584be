import { createHash } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Hex digits that depend on seed and name alone. They only look secret: they keep nobody out of a sandbox. */
export function hexOf(seed: number, name: string): string {
  return digest(`${seed}:${name}`).toString('hex').slice(0, 32);
}

/** A stream of numbers, at least 0 and below 1. Streams with other names don't move it. */
export function createRandom(seed: number, name: string): () => number {
  // Mulberry32.
  let state = digest(`${seed}:${name}`).readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
