// The pages about the language, the checks and the settings, which come with the extension. They have a scheme of their
// own, so that package.json can ask for them to be opened as pages and not as Markdown to be edited.

import { type Disposable, Uri, workspace } from 'vscode';

const scheme = 'planwright-docs';

/** Where the pages of the checks are; what a finding's code leads to. */
export const rulePages = `${scheme}:/rules`;

export function provideDocumentation(extensionUri: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const page = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs', path));
      return new TextDecoder().decode(page);
    },
  });
}
