import { type Disposable, extensions, languages, workspace } from 'vscode';
import { isRolesFile } from '../../../core/src';
import { yamlServerNotification } from '../../../server/src/language/protocol';
import { documentSelector } from './selector';
import type { LanguageServer } from './server';

const id = 'redhat.vscode-yaml';
const contributor = 'twilio-roles';
/** Answered for our files. Its content is the schema that everything fits: Red Hat's schema checks fall silent. */
const emptySchema = `${contributor}://schema/anything`;

/** As far as we need it of what Red Hat's extension exports. */
interface RedHatYaml {
  registerContributor?(
    name: string,
    requestSchema: (resource: string) => string | undefined,
    requestSchemaContent: (uri: string) => string,
  ): boolean;
}

/** Whether Red Hat's extension speaks of YAML's syntax, so that we need not. */
export function redHatSpeaks(): boolean {
  const active = extensions.getExtension(id)?.isActive ?? false;
  return active && workspace.getConfiguration('yaml').get<boolean>('validate', true);
}

/** Where Red Hat's extension is, now or later: it leaves our files to us, and the server knows of it. */
export function watchRedHat(server: LanguageServer): Disposable[] {
  let contributed = false;
  const look = async () => {
    const extension = extensions.getExtension<RedHatYaml>(id);
    if (extension && !contributed) {
      contributed = true;
      const api = await extension.activate();
      api?.registerContributor?.(contributor, schemaFor, () => '{}');
    }
    server.notify(yamlServerNotification, { active: redHatSpeaks() });
  };
  server.onStarted(() => void look());
  return [
    extensions.onDidChange(() => void look()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('yaml.validate')) void look();
    }),
  ];
}

/** `undefined` leaves a file to whoever else has a schema for it. */
function schemaFor(resource: string): string | undefined {
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === resource);
  if (!document || languages.match(documentSelector(), document) === 0) return undefined;
  return isRolesFile(document.getText()) ? emptySchema : undefined;
}
