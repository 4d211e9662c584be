/** The language server in a web worker. It asks nothing of the machine, so it is the same one. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server';

// A worker's global scope has the two methods that a port has, which is all that is asked of it.
const port = self as unknown as MessagePort;
serve(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)));
