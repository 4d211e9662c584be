import { engines } from '../../package.json';
import { installNode } from '../../scripts/install-node';

const [major = '', minor = ''] = engines.node.replace('>=', '').split('.');

/** The oldest Node that `engines.node` allows. */
export const oldestNode = {
  major,
  minor,
  version: `${major}.${minor}.0`,
  /** Its path; installs it where it isn't yet. */
  install: () => installNode(oldestNode.version),
} as const;
