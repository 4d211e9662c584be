import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../server/src/cli/failure';

const fileError = (code: string) => Object.assign(new Error(code), { code, path: '/x/roles.yaml' });

describe('describeFailure', () => {
  it.each([
    ['ENOENT', `"/x/roles.yaml" isn't there. Check the path.`],
    ['EISDIR', '"/x/roles.yaml" is a folder. Name a file in it.'],
    ['EACCES', `"/x/roles.yaml" can't be read or written. Check its permissions.`],
    ['ELOOP', '"/x/roles.yaml" is a link that leads back to itself.'],
  ])('says what %s means', (code, message) => {
    expect(describeFailure(fileError(code))).toEqual({ message, code: 2 });
  });

  it('names the file and the code of what nobody foresaw of files', () => {
    const message = '"/x/roles.yaml" can\'t be read or written (EIO).';
    expect(describeFailure(fileError('EIO'))).toEqual({ message, code: 2 });
  });

  it('keeps the stack of what nobody foresaw', () => {
    const error = new TypeError('x is not a function');
    expect(describeFailure(error)).toEqual({ message: error.stack, code: 1 });
  });
});
