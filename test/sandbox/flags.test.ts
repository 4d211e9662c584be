import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { declareFlags } from '../../server/src/sandbox/flags';

const parseFlags = (args: readonly string[]) =>
  declareFlags(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parse(args, { from: 'user' })
    .opts();

describe('flags', () => {
  it('have defaults', () => {
    expect(parseFlags([])).toEqual({
      port: 0,
      users: 0,
      randomSeed: 1,
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
      fault: { '429': 0.5, 'lost-answer': 1 },
      json: true,
    });
  });

  it.each([
    ['--port x', "'x' is invalid. Write a whole number from 0 to 65535."],
    ['--port 70000', "'70000' is invalid. Write a whole number from 0 to 65535."],
    ['--users -1', "'-1' is invalid. Write a whole number from 0 to 1000000."],
    ['--fault 429', "'429' is invalid. Write a share from 0 to 1 behind the colon, as in 429:0.1."],
    ['--fault 429:2', "'429:2' is invalid. Write a share from 0 to 1 behind the colon, as in 429:0.1."],
    ['--fault fire:0.1', `There is no fault "fire"; use one of 429, 500, 503, latency,`],
    ['--verbose', "unknown option '--verbose'"],
    ['--prt 0', "unknown option '--prt'\n(Did you mean --port?)"],
    ['here', 'too many arguments'],
  ])('%s is refused', (line, message) => {
    expect(() => parseFlags(line.split(' '))).toThrow(message);
  });
});
