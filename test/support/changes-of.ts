import { parseDocument } from '../../core/src';
import { desired } from '../../core/src/document/desired';
import { type Live, plan } from '../../core/src/plan';

/** What planning a file would change, and its errors; fails where the file itself has any. */
export function changesOf(file: string, live: Live, serviceName?: string): readonly string[] {
  const read = desired(parseDocument(file), serviceName);
  if ('problems' in read)
    throw new Error(`${read.problems.map(({ message }) => message).join('\n')}\n${file}`);
  const { changes, reports } = plan(read.desired, live);
  const errors = reports.filter(({ severity }) => severity === 'error');
  return [...changes.map(({ id }) => id), ...errors.map(({ message }) => message)];
}
