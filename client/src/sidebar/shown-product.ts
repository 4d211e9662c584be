import type { Memento } from 'vscode';
import type { Product } from '../../../core/src';
import { firstProduct } from '../settings';

const key = 'twilioRoles.product';

/**
 * Whose roles the Services view shows, and so whose a command means that is given no row. Services of Conversations and
 * Chat are the same ones; their roles are shown as the one product or the other has them.
 */
export function shownProduct(memory: Memento): Product {
  return memory.get<Product>(key) ?? firstProduct();
}

/** From now on in this workspace. */
export function showProduct(memory: Memento, product: Product): void {
  void memory.update(key, product);
}
