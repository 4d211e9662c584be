import { permissionsOf, products, roleTypes } from '../catalog';
import { nearMisses } from '../near-miss';
import { isExtensionKey, keysOf, type Place } from './keys';
import { type OutlineLine, outline } from './outline';

/**
 * Whether a file is a roles.yaml of ours by its content, as shared names like `roles.yaml` don't tell. Reads lines
 * rather than YAML, so that the answer holds while somebody is typing, and the file's beginning alone.
 */
export function isRolesFile(text: string): boolean {
  if (/^\uFEFF?#[ \t]*twilio-roles\b/.test(text)) return true;
  const beginning = text.slice(0, mostRead);
  if (/^\s*\{/.test(beginning))
    return (
      flowKey('roles', 'users').test(beginning) &&
      flowKey('friendly_name', ...tellingKeys.role, ...tellingKeys.user).test(beginning)
    );
  const evidence = new Evidence();
  for (const line of outline(beginning)) {
    evidence.see(line);
    // Nothing that follows takes it back, save what the expression below finds much sooner.
    if (evidence.isSure) return !kubernetesKey.test(beginning);
  }
  return evidence.isOurs;
}

/** Keys at the top that Kubernetes files have and ours never. */
const kubernetesKey = /^(?:apiVersion|kind)[ \t]*:/m;

/** How much of a file `isRolesFile` reads: one that hides what it is for longer isn't worth a wait at every keystroke. */
export const mostRead = 64 * 1024;

const keyNames = (place: Place): ReadonlySet<string> => new Set(keysOf[place].map(({ key }) => key));
const keys: Readonly<Record<Place, ReadonlySet<string>>> = {
  head: keyNames('head'),
  service: keyNames('service'),
  defaults: keyNames('defaults'),
  role: keyNames('role'),
  user: keyNames('user'),
};

/** Keys that no other tool has in the same place, as we write them and as Twilio's REST API does. */
const tellingKeys: Readonly<Record<Place, readonly string[]>> = {
  head: [],
  service: [],
  defaults: ['participant', 'creator'],
  role: ['friendlyName', 'renamedFrom'],
  user: ['friendlyName', 'identity'],
};
/** Role types that no other tool has; "service" is a word of many. */
const tellingTypes: ReadonlySet<string> = new Set(
  Object.values(roleTypes).flatMap((types) => types.filter((type) => type !== 'service')),
);
const permissions = new Set(
  Object.values(roleTypes).flatMap((types) => types.flatMap((type) => [...permissionsOf(type).keys()])),
);

/** What a file's lines say of whose it is. */
class Evidence {
  #isEmpty = true;
  #hasOurKey = false;
  #isSurelyOurs = false;
  #isForeign = false;
  #isKubernetes = false;

  get isSure(): boolean {
    return this.#hasOurKey && this.#isSurelyOurs && !this.#isKubernetes;
  }

  get isOurs(): boolean {
    if (this.#isEmpty) return true;
    return !this.#isKubernetes && this.#hasOurKey && (this.#isSurelyOurs || !this.#isForeign);
  }

  see(line: OutlineLine): void {
    this.#isEmpty = false;
    const { path, key, value } = line;
    // What only closes a bracket.
    if (key === undefined && /^[\]}],?$/.test(value)) return;
    const section = path[0];
    if (section === undefined) this.#seeTop(line);
    else if (section === 'product' || section === 'service') this.#seeBelowValue(line);
    else if (section === 'roles') this.#seeEntry('role', line);
    else if (section === 'users') this.#seeEntry('user', line);
    else if (section === 'services') this.#seeService(line);
    else if (section === 'defaults') this.#seeKey('defaults', key ?? value, key !== undefined);
  }

  #seeTop({ key, value, inItem }: OutlineLine): void {
    if (key === 'apiVersion' || key === 'kind') this.#isKubernetes = true;
    const name = key ?? value;
    if (isExtensionKey(name)) return;
    if (inItem || !begins(keys.head, name, key !== undefined)) {
      this.#isForeign = true;
      return;
    }
    this.#hasOurKey = true;
    if (key === 'product') this.#seeProduct(value.toLowerCase());
    if (key === 'service') this.#seeServiceSid(value);
    if ((key === 'roles' || key === 'users') && /^[^[#&!*]/.test(value)) this.#isForeign = true;
    if (key === 'roles' || key === 'users') this.#seeFlow(key === 'roles' ? 'role' : 'user', value);
  }

  /** What stands below `product` or `service`, which hold one word. */
  #seeBelowValue({ key, inItem }: OutlineLine): void {
    if (inItem || key !== undefined) this.#isForeign = true;
  }

  #seeEntry(place: 'role' | 'user', { path, key, value, inItem }: OutlineLine): void {
    if (path.length > 1) {
      if (path[1] === 'permissions' && permissions.has(value)) this.#isSurelyOurs = true;
      return;
    }
    if (!inItem && (key !== undefined || !/^[[{]/.test(value))) this.#isForeign = true;
    if (key === undefined && /^[{[]/.test(value)) this.#seeFlow(place, value);
    else this.#seeKey(place, key ?? value, key !== undefined);
    if (key === 'permissions') this.#seePermissions(value);
    if (key === 'type' && tellingTypes.has(value)) this.#isSurelyOurs = true;
  }

  #seeService({ path, key, value, inItem }: OutlineLine): void {
    if (inItem) this.#isForeign = true;
    else if (path.length > 1) this.#seeKey('service', key ?? value, key !== undefined);
    else if (/^[{&*!]/.test(value)) this.#seeFlow('service', value);
    // Without its colon, it is a service's name that is still being typed.
    else if (key !== undefined && value !== '') this.#seeServiceSid(value);
  }

  #seeKey(place: Place, name: string, isWhole: boolean): void {
    // With the space after its colon still to come, a key looks like a value.
    const whole = isWhole ? name : /^(\w+):/.exec(name)?.[1];
    if (whole !== undefined && nearMisses(whole, tellingKeys[place]).length > 0) this.#isSurelyOurs = true;
    else if (name !== '' && !begins(keys[place], name, isWhole) && !beginsEntry(place, name, isWhole)) {
      this.#isForeign = true;
    }
  }

  #seeFlow(place: Place, value: string): void {
    // Words alone are no entries of ours.
    if (/^\[\s*["']?\w/.test(value)) this.#isForeign = true;
    for (const [, name] of value.matchAll(/[{,]\s*["']?([\w-]+)["']?\s*:/g))
      this.#seeKey(place, name ?? '', true);
    this.#seePermissions(value);
  }

  #seePermissions(value: string): void {
    if (value.split(/[^A-Za-z]+/).some((word) => permissions.has(word))) this.#isSurelyOurs = true;
  }

  /** A product, as people write it: in any case, and not to its end yet. */
  #seeProduct(value: string): void {
    if (products.some((product) => product === value)) this.#isSurelyOurs = true;
    else if (!products.some((product) => product.startsWith(value) || value.startsWith(product))) {
      this.#isForeign = true;
    }
  }

  /** The SID of a service, the beginning of one, or a word that says that it belongs here. */
  #seeServiceSid(value: string): void {
    if (/^(?:default|IS[0-9a-f]{32})$/i.test(value)) this.#isSurelyOurs = true;
    else if (!'default'.startsWith(value) && !/^(?:default|IS|I$)|[sS][iI][dD](?![a-zA-Z])/.test(value)) {
      this.#isForeign = true;
    }
  }
}

function flowKey(...names: readonly string[]): RegExp {
  return new RegExp(`[{,\\s]["']?(?:${names.join('|')})["']?\\s*:`);
}

/** Whether a name is one of ours; of a word whose colon isn't typed yet, whether it may become one, in any case. */
function begins(names: ReadonlySet<string>, name: string, isWhole: boolean): boolean {
  if (isWhole) return names.has(name);
  const typed = name.toLowerCase();
  for (const known of names) if (known.toLowerCase().startsWith(typed)) return true;
  return false;
}

/** What an entry of ours may begin with beside its keys: anchors, aliases, notes, and the words that our snippets go by. */
function beginsEntry(place: Place, name: string, isWhole: boolean): boolean {
  if (place !== 'role' && place !== 'user') return false;
  return /^(?:[&*!]|<<?$|x-)/.test(name) || (!isWhole && place.startsWith(name));
}
