/** Names of anchors and aliases in text that YAML can't read, so that nobody calls them missing or unused. */
export interface HiddenAnchors {
  readonly anchors: ReadonlySet<string>;
  readonly aliases: ReadonlySet<string>;
}

const none: HiddenAnchors = { anchors: new Set(), aliases: new Set() };

export function hiddenAnchors(unread: readonly string[] | undefined): HiddenAnchors {
  if (!unread) return none;
  const anchors = new Set<string>();
  const aliases = new Set<string>();
  for (const text of unread) {
    for (const [, sign, name] of text.matchAll(/([&*])([^\s,[\]{}&*]+)/g)) {
      if (name !== undefined) (sign === '&' ? anchors : aliases).add(name);
    }
  }
  return { anchors, aliases };
}
