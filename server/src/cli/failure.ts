import { printable } from '../../../core/src/printable';

export interface Exit {
  readonly message: string;
  readonly code: number;
}

const fileErrors: Readonly<Record<string, string>> = {
  ENOENT: "isn't there. Check the path.",
  EISDIR: 'is a folder. Name a file in it.',
  ENOTDIR: 'leads through a file as if it were a folder. Check the path.',
  EACCES: "can't be read or written. Check its permissions.",
  EPERM: "can't be read or written. Check its permissions.",
  ENAMETOOLONG: 'has too long a name. Check the path.',
  ELOOP: 'is a link that leads back to itself.',
  EROFS: "can't be written: the disk is for reading only.",
  ENOSPC: "can't be written: the disk is full.",
};

/** What to say of an error that ended a command, and its exit code. A bug keeps its stack: it has to be reported. */
export function describeFailure(error: unknown): Exit {
  if (!(error instanceof Error)) return { message: String(error), code: 1 };
  // By name: the class is the other bundle's. The message says all that a person needs.
  if (error.name === 'TwilioError') return { message: error.message, code: 1 };
  if (error.name === 'AbortError') return { message: 'Cancelled.', code: 130 };
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== undefined && path !== undefined) {
    return {
      message: `"${printable(path)}" ${fileErrors[code] ?? `can't be read or written (${code}).`}`,
      code: 2,
    };
  }
  return { message: error.stack ?? error.message, code: 1 };
}
