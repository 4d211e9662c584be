import { describe, expect, it } from 'vitest';
import { parseFlags } from '../../server/src/sandbox/flags';

describe('flags', () => {
  it('have defaults', () => {
    expect(parseFlags([])).toEqual({
      port: 0,
      users: 0,
      randomSeed: 1,
      rateLimit: false,
      faults: {},
      json: false,
      help: false,
    });
  });

  it('are read', () => {
    const line = '--port 8080 --seed a.json --state b.json --users 9 --random-seed 7 --rate-limit --json';
    expect(parseFlags([...line.split(' '), '--fault', '429:0.5', '--fault=lost-answer:1'])).toEqual({
      port: 8080,
      seed: 'a.json',
      state: 'b.json',
      users: 9,
      randomSeed: 7,
      rateLimit: true,
      faults: { '429': 0.5, 'lost-answer': 1 },
      json: true,
      help: false,
    });
  });

  it.each([
    ['--port x', '--port takes a whole number from 0 to 65535, not "x".'],
    ['--port 70000', '--port takes a whole number from 0 to 65535, not "70000".'],
    ['--users -1', "Option '--users' argument is ambiguous."],
    ['--fault 429', '--fault "429": write a share from 0 to 1 behind the colon, as in 429:0.1.'],
    ['--fault 429:2', '--fault "429:2": write a share from 0 to 1 behind the colon, as in 429:0.1.'],
    ['--fault fire:0.1', '--fault "fire:0.1": there is no fault "fire"; use one of 429, 500, 503, latency,'],
    ['--verbose', "Unknown option '--verbose'"],
    ['here', "Unexpected argument 'here'"],
  ])('%s is refused', (line, message) => {
    expect(() => parseFlags(line.split(' '))).toThrow(message);
  });
});
