import { l10n, ThemeColor, ThemeIcon, TreeItem } from 'vscode';
import { describe, plain, renderTally } from '../../../core/src';
import type { ServiceKey } from '../live/store';
import { serviceName, timeOf } from '../plan/describe';
import { say } from '../say';
import type { TreeNode } from '../sidebar/node';
import { plainTooltip } from '../tooltip';
import type { DeployRecord, Journals } from './journals';

/** A row for a deploy that a reload or a crash cut off. Its buttons: Show Report, Plan Again, Dismiss. */
export interface InterruptedNode extends TreeNode {
  readonly record: DeployRecord;
  /** What Plan Again plans. */
  readonly key: ServiceKey;
}

export function interruptedNode(record: DeployRecord): InterruptedNode {
  const { plan, unsure } = record;
  return {
    id: `interrupted/${record.id}`,
    record,
    key: { product: plan.product, sid: plan.service.sid },
    item() {
      const item = new TreeItem(l10n.t('Deploy to {0} was cut off', serviceName(plan)));
      item.description = renderTally(record, say);
      item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
      item.tooltip = plainTooltip(
        l10n.t('Begun {0}. The window closed before the deploy ended.', timeOf(record.at)),
        unsure &&
          l10n.t(
            'Whether "{0}" was written isn’t known; plan again to see.',
            plain(describe(unsure, say).title),
          ),
      );
      item.contextValue = 'interrupted';
      return item;
    },
  };
}

export function isInterrupted(node: unknown): node is InterruptedNode {
  return typeof node === 'object' && node !== null && 'record' in node && 'key' in node;
}

/** The deploys that were cut off, read again when something may have changed. */
export class Interrupted {
  readonly #journals: Journals;
  readonly #changed: () => void;
  #records: readonly DeployRecord[] = [];

  constructor(journals: Journals, changed: () => void) {
    this.#journals = journals;
    this.#changed = changed;
  }

  nodes(): readonly InterruptedNode[] {
    return this.#records.map(interruptedNode);
  }

  async read(): Promise<void> {
    this.#records = await this.#journals.interrupted();
    this.#changed();
  }

  async dismiss(record: DeployRecord): Promise<void> {
    await this.#journals.acknowledge(record);
    await this.read();
  }
}
