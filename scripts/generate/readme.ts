import { readFileSync } from 'node:fs';

interface Setting {
  readonly default?: unknown;
  readonly order?: number;
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands?: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
    }[];
    readonly menus?: {
      readonly commandPalette?: readonly { readonly command: string; readonly when?: string }[];
    };
    readonly configuration?: { readonly properties?: Readonly<Record<string, Setting>> };
  };
}

/** README.md with its marked regions filled; a region that isn't marked isn't written. */
export function readme(current: string, packageJson: string): string {
  const { contributes } = JSON.parse(packageJson) as Manifest;
  const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
  const say = (text: string) => text.replace(/^%(.+)%$/, (whole, key: string) => strings[key] ?? whole);
  const regions: Readonly<Record<string, () => readonly string[]>> = {
    commands: () => commandTable(contributes, say),
    settings: () => settingTable(contributes, say),
  };
  return Object.entries(regions).reduce((text, [name, render]) => fill(text, name, render), current);
}

function commandTable({ commands = [], menus }: Manifest['contributes'], say: (text: string) => string) {
  const hidden = new Set(
    menus?.commandPalette?.flatMap(({ command, when }) => (when === 'false' ? [command] : [])),
  );
  const shown = commands.filter(({ command }) => !hidden.has(command));
  return [
    '| command | id |',
    '| --- | --- |',
    ...shown.map(({ command, title, category }) => {
      const name = [...(category ? [say(category)] : []), say(title)].join(': ');
      return `| ${name} | \`${command}\` |`;
    }),
  ];
}

function settingTable({ configuration }: Manifest['contributes'], say: (text: string) => string) {
  return [
    '| setting | default | what it does |',
    '| --- | --- | --- |',
    ...byOrder(configuration?.properties ?? {}).map(([id, setting]) => {
      const text = say(setting.markdownDescription ?? setting.description ?? '').replaceAll(/\s*\n\s*/g, ' ');
      return `| \`${id}\` | \`${JSON.stringify(setting.default)}\` | ${text.replaceAll('|', '\\|')} |`;
    }),
  ];
}

/** As the settings editor has them. */
function byOrder(settings: Readonly<Record<string, Setting>>): readonly (readonly [string, Setting])[] {
  return Object.entries(settings).sort(([, one], [, other]) => (one.order ?? 0) - (other.order ?? 0));
}

function fill(text: string, name: string, render: () => readonly string[]): string {
  const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) return text;
  return `${text.slice(0, start + open.length)}\n${render().join('\n')}\n${text.slice(end)}`;
}
