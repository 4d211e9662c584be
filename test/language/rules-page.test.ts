import { expect, it } from 'vitest';
import { rulesPageBeside } from '../../server/src/language/rules-page';

it.each([
  ['/opt/twilio roles/dist/server.js', 'file:///opt/twilio%20roles/docs/rules.md'],
  ['/a#b/c?d/dist/server.js', 'file:///a%23b/c%3Fd/docs/rules.md'],
  [
    'C:\\Program Files\\twilio-roles\\dist\\server.js',
    'file:///C:/Program%20Files/twilio-roles/docs/rules.md',
  ],
  ['/50%/dist/server.js', 'file:///50%25/docs/rules.md'],
])('of %s', (bundle, page) => {
  expect(rulesPageBeside(bundle)).toBe(page);
});
