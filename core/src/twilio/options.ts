import type { SignIn } from './sign-in';

export interface ConnectOptions extends SignIn {
  /** The origin of a sandbox on this machine, for instance `http://127.0.0.1:8080`. Given by code alone, never by a setting. */
  readonly sandbox?: string;
  readonly proxy?: ProxyOptions;
  /**
   * PEM certificates to trust beside Node's own, directly and through a proxy. `system`: those that this machine trusts,
   * read at the first connection, and only where Node can (22.15 and later).
   */
  readonly certificates?: 'system' | readonly string[];
  /** How long Twilio may take to connect, to begin an answer, and between two parts of it, in milliseconds: 30 000. */
  readonly timeout?: number;
  readonly userAgent?: string;
  /** Told of every request when it has ended. */
  readonly log?: (entry: LogEntry) => void;
}

/** VS Code's `http.*` settings, or a command line's `HTTPS_PROXY` and `NO_PROXY`. */
export interface ProxyOptions {
  /** `http://` or `https://`; user and password in it are sent to the proxy. */
  readonly url?: string;
  /** Hosts that are reached directly: `example.com` (and all below it), `.example.com`, `example.com:443`, or `*`. */
  readonly noProxy?: readonly string[];
  /** `false` accepts any certificate of a proxied connection. A direct connection to Twilio is always verified. */
  readonly strictSSL?: boolean;
}

/** What a log may say of a request: never a header, a body or a secret. */
export interface LogEntry {
  readonly method: string;
  readonly host: string;
  /** Without the query, which holds page tokens. */
  readonly path: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly milliseconds: number;
  /** Absent where no answer came. */
  readonly status?: number;
  /** Twilio's error code. */
  readonly code?: number;
  readonly requestId?: string;
  /** Why no answer came: Node's or undici's error code. */
  readonly failure?: string;
}
