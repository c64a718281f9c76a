// How a figure in the preview came about: what the editor says where it stands in the text.

import { commands, type Hover, MarkdownString, Position, Uri, workspace } from 'vscode';

/** VS Code's Markdown lets no links to files through. */
const fileScheme = 'planwright-file';

interface FigureInPreview {
  readonly line: number;
  readonly text: string;
  readonly nth: number;
  readonly isReference: boolean;
}

/** As HTML; empty where there is nothing to say. */
export async function explanationOf(uri: Uri, figure: FigureInPreview): Promise<string> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (!document || figure.line >= document.lineCount) return '';
  const { text } = document.lineAt(figure.line);
  const character = figure.isReference
    ? placeOf(text, /[{｛]/u, figure.nth) + 1
    : placeOf(text, figure.text, figure.nth);
  if (character < 0) return '';
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    new Position(figure.line, character),
  );
  const markdown = hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : ''))
    .join('\n\n');
  if (markdown === '') return '';
  const renderable = markdown.replaceAll('](file:', `](${fileScheme}:`);
  return commands.executeCommand<string>('markdown.api.render', renderable);
}

/** What a link in an explanation leads to. */
export function targetOf(link: string): Uri {
  return Uri.parse(link.replace(new RegExp(`^${fileScheme}:`), 'file:'));
}

/** Where something stands for the nth time, counted from 0, or the last time that it does; −1 for nowhere. */
function placeOf(text: string, sought: string | RegExp, nth: number): number {
  const found =
    typeof sought === 'string'
      ? [...indexesOf(text, sought)]
      : [...text.matchAll(new RegExp(sought, 'gu'))].map(({ index }) => index);
  return found[nth] ?? found.at(-1) ?? -1;
}

function* indexesOf(text: string, sought: string): Generator<number> {
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) yield at;
}
