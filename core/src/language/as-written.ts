import { yamlWord } from '../rules/parts/words';
import type { Word } from './yaml-path';

/** A name as YAML, in the quotes that stand there already. */
export function asWritten(name: string, { quote }: Word): string {
  if (quote === '"') return JSON.stringify(name).slice(1, -1);
  return quote === "'" ? name.replaceAll("'", "''") : yamlWord(name);
}
