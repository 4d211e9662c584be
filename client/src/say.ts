import { l10n } from 'vscode';
import type { Say } from '../../core/src';

/** Core's own sentences in the editor's language. Their words are in `l10n/` beside those of the client. */
export const say: Say = (message, ...values) => l10n.t(message, ...values);
