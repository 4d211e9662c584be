/** A VS Code that runs in the browser: an npm release of code-server, and the Node that its desktop twin has. */
export interface VSCodeVersion {
  readonly codeServer: string;
  /** The Node of that VS Code's extension host, exactly; absent where the project's own Node will do. */
  readonly node?: string;
}

/** What `npm start` opens, and what the whole suite runs on. */
export const newest: VSCodeVersion = { codeServer: '4.139.1' };

/** The oldest that `engines.vscode` allows, with the Node of its Electron: VS Code 1.105, Electron 37.6. */
export const oldest: VSCodeVersion = { codeServer: '4.105.1', node: '22.19.0' };
