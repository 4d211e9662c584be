import { describe, expect, it } from 'vitest';
import { applyEdits, check, editDocument, isRolesFile, type Problem, parseDocument } from '../../../core/src';
import { fixAll } from '../../../core/src/language/fix-all';
import { hostileTexts } from '../../support/hostile-text';

/** Far more than a benchmark allows, and far less than anything that isn't linear takes. */
const bounded = 20_000;

describe('a hostile file', () => {
  it.each(hostileTexts)('is answered: $name', { timeout: bounded }, ({ text: make, says }) => {
    const text = make();
    isRolesFile(text);
    const document = parseDocument(text);
    const problems = check(document);
    if (says) {
      const [rule, message] = says;
      expect(problems.filter((found) => found.rule === rule).map((found) => found.message)).toContainEqual(
        expect.stringContaining(message),
      );
    } else {
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
    for (const { start, end, message } of problems) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(message.length).toBeLessThan(1000);
    }
    const middle = Math.floor(text.length / 2);
    const edited = editDocument(document, [{ start: middle, end: middle, newText: 'x' }]);
    expect(edited.length).toBe(text.length + 1);
    check(edited);
  });

  it('is told what was left out, once there is too much of one kind', () => {
    const text = `roles:\n  - friendlyName: A\n    type: service\n    permissions:\n${'      - nonsense\n'.repeat(3000)}`;
    const found = check(parseDocument(text)).filter(({ rule }) => rule === 'unknown-permission');
    expect(found).toHaveLength(1000);
    expect(found.at(-1)?.message).toBe('There is more of the same than is shown; mend what is above first');
  });

  it('is told so once, however many entries it is of, and from the top', () => {
    const role = '  - friendlyName: A\n    type: service\n    permissions: [nonsense]\n';
    const found = check(parseDocument(`roles:\n${role.repeat(3000)}`)).filter(
      ({ rule }) => rule === 'unknown-permission',
    );
    expect(found).toHaveLength(1000);
    expect(found.at(-1)).toMatchObject({
      start: 'roles:\n'.length + 999 * role.length + role.indexOf('nonsense'),
      message: 'There is more of the same than is shown; mend what is above first',
    });
  });

  it('is mended all at once, with 30 000 fixes', { timeout: bounded }, () => {
    const text = 'a'.repeat(30_000);
    const problems = Array.from({ length: text.length }, (_, start): Problem => {
      const edits = [{ start, end: start + 1, newText: 'b' }];
      const place = { start, end: start + 1, message: '' };
      return {
        ...place,
        rule: 'unknown-key',
        severity: 'error',
        fixes: [{ title: '', edits, preferred: true }],
      };
    });
    // Those that touch another are left for the next time.
    expect(applyEdits(text, fixAll(parseDocument(text), problems))).toBe('ba'.repeat(15_000));
  });
});
