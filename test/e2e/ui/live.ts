import type { ServedSandbox } from '../../../scripts/sandbox';

interface Role {
  readonly sid: string;
  readonly friendly_name: string;
  readonly type: string;
  readonly permissions: readonly string[];
}

/** What the sandbox says of itself, asked without any code of ours. */
export class LiveService {
  readonly #sandbox: ServedSandbox;
  readonly #sid: string;

  private constructor(sandbox: ServedSandbox, sid: string) {
    this.#sandbox = sandbox;
    this.#sid = sid;
  }

  static async named(sandbox: ServedSandbox, name: string): Promise<LiveService> {
    const { services } = await get<{ services: { sid: string; friendly_name: string }[] }>(
      sandbox,
      '/v1/Services',
    );
    const found = services.find((service) => service.friendly_name === name);
    if (!found) throw new Error(`The sandbox has no service ${name}.`);
    return new LiveService(sandbox, found.sid);
  }

  /** The permissions of a role, sorted; `undefined` where there is none of this name and type. */
  async permissions(name: string, type: string): Promise<readonly string[] | undefined> {
    const { roles } = await this.#get<{ roles: Role[] }>('Roles?PageSize=50');
    const role = roles.find((candidate) => candidate.friendly_name === name && candidate.type === type);
    return role?.permissions.toSorted();
  }

  /** Changes a role behind the extension's back. */
  async setPermissions(name: string, type: string, permissions: readonly string[]): Promise<void> {
    const { roles } = await this.#get<{ roles: Role[] }>('Roles?PageSize=50');
    const role = roles.find((candidate) => candidate.friendly_name === name && candidate.type === type);
    const body = new URLSearchParams(permissions.map((permission) => ['Permission', permission]));
    await get(this.#sandbox, `/v1/Services/${this.#sid}/Roles/${role?.sid}`, { method: 'POST', body });
  }

  /** The friendlyName of a user's role. */
  async roleOf(identity: string): Promise<string> {
    const user = await this.#get<{ role_sid: string }>(`Users/${encodeURIComponent(identity)}`);
    const role = await this.#get<Role>(`Roles/${user.role_sid}`);
    return role.friendly_name;
  }

  #get<T>(path: string): Promise<T> {
    return get<T>(this.#sandbox, `/v1/Services/${this.#sid}/${path}`);
  }
}

async function get<T>(
  { url, account, token }: ServedSandbox,
  path: string,
  request: RequestInit = {},
): Promise<T> {
  const authorization = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`;
  const response = await fetch(`${url}${path}`, { ...request, headers: { authorization } });
  if (!response.ok) throw new Error(`${response.status} ${path}: ${await response.text()}`);
  return (await response.json()) as T;
}
