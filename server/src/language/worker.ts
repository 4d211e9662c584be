/** The language server in a web worker, for editors in a browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server';

/** A worker's global scope is its end of the channel to whoever started it. */
const port = globalThis as unknown as MessagePort;

serve(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)));
