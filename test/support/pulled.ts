import { type Live, type PullOptions, pull } from '../../core/src';

/** What a pull makes, where nothing keeps it from being made. */
export function pulled(live: Live, options?: PullOptions): string {
  const made = pull(live, options);
  if ('problem' in made) throw new Error(made.problem);
  return made.text;
}
