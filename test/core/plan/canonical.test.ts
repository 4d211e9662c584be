import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameAttributes } from '../../../core/src/plan/canonical';

describe('attributes', () => {
  it.each([
    ['{"a":1,"b":[2,{"c":null}]}', ' { "b" : [ 2.0 , { "c" : null } ], "a" : 1e0 } '],
    ['{"a":1000}', '{"a":1E+3}'],
    ['{"a":0.001}', '{"a":0.0010e0}'],
    ['{"a":120e-1}', '{"a":12}'],
    ['{"a":0}', '{"a":-0.0e99}'],
    ['{"a":"\\u0041\\"1"}', '{"a":"A\\u00221"}'],
    ['{"a":1,"a":2}', '{"a":2}'],
    ['{"__proto__":1}', '{"__proto__":1.0}'],
    ['', '{}'],
    [undefined, '{ }'],
    ['no JSON', 'no JSON'],
  ])('are the same: %s and %s', (a, b) => {
    expect(sameAttributes(a, b)).toBe(true);
    expect(sameAttributes(b, a)).toBe(true);
  });

  it.each([
    // Each of these pairs is one number to JavaScript.
    ['{"crm":9007199254740992}', '{"crm":9007199254740993}'],
    ['{"a":0.1}', '{"a":0.1000000000000000055511151231257827}'],
    ['{"a":1e400}', '{"a":1e401}'],
    ['{"a":1e400}', '{"a":null}'],
    ['{"a":1e-400}', '{"a":0}'],
    ['{"a":1}', '{"a":-1}'],
    ['{"a":1}', '{"a":"1"}'],
    ['{"a":1}', '{"a":"1e0"}'],
    ['{"1":1}', '{"1e0":1}'],
    ['{"a":[1,2]}', '{"a":[2,1]}'],
    ['{"a":null}', '{}'],
    ['{"a":01}', '{"a":1}'],
  ])('are not the same: %s and %s', (a, b) => {
    expect(sameAttributes(a, b)).toBe(false);
    expect(sameAttributes(b, a)).toBe(false);
  });

  it('are the same however they are spaced and their keys are ordered', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(sameAttributes(JSON.stringify(value), JSON.stringify(turned, undefined, 1))).toBe(true);
      }),
    );
  });
});
