/**
 * The language server as one bundle, for a process and for a web worker: they share all but a few lines, and what
 * only Node has is never reached in a worker.
 */
void (typeof process === 'undefined' ? import('./worker') : import('./main'));
