/** Everything that an editor can ask for about a document, as it would ask. */

import type { ClientCapabilities, Diagnostic, Position } from 'vscode-languageserver';
import type { Random } from '../kit/random.ts';

/** An editor that can do everything: what a server does only for some is then asked for as well. */
export const allCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      snippetEditSupport: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: {},
    },
  },
};

export interface Situation {
  readonly uri: string;
  readonly random: Random;
  /** Some place in the document as it is now, or was just before. */
  readonly place: () => Position;
  readonly diagnostics: readonly Diagnostic[];
  readonly commands: readonly string[];
  /** The last answer with a number, which changes are asked for against. */
  readonly previousResultId: string;
}

export interface Question {
  readonly method: string;
  readonly parameters: (situation: Situation) => unknown;
  /** What is asked about each of some things that were answered. */
  readonly resolve?: string;
}

const about = ({ uri }: Situation) => ({ textDocument: { uri } });
const at = (situation: Situation) => ({ ...about(situation), position: situation.place() });
const range = ({ place }: Situation) => {
  const [one, other] = [place(), place()];
  const isBehind =
    one.line > other.line || (one.line === other.line && one.character > other.character);
  return isBehind ? { start: other, end: one } : { start: one, end: other };
};
const options = { tabSize: 2, insertSpaces: true };
const names = ['税收', '税收收入', '新的名称', 'Income', '', '：', '\ud800'];

export const everyQuestion: readonly Question[] = [
  { method: 'textDocument/completion', parameters: at, resolve: 'completionItem/resolve' },
  { method: 'textDocument/signatureHelp', parameters: at },
  { method: 'textDocument/hover', parameters: at },
  { method: 'textDocument/definition', parameters: at },
  {
    method: 'textDocument/references',
    parameters: (situation) => ({ ...at(situation), context: { includeDeclaration: true } }),
  },
  { method: 'textDocument/documentHighlight', parameters: at },
  { method: 'textDocument/prepareRename', parameters: at },
  {
    method: 'textDocument/rename',
    parameters: (situation) => ({ ...at(situation), newName: situation.random.pick(names) }),
  },
  { method: 'textDocument/linkedEditingRange', parameters: at },
  { method: 'textDocument/documentSymbol', parameters: about },
  {
    method: 'workspace/symbol',
    parameters: ({ random }) => ({ query: random.pick(['', '税', 'sr', '目标']) }),
  },
  { method: 'textDocument/foldingRange', parameters: about },
  {
    method: 'textDocument/selectionRange',
    parameters: (situation) => ({
      ...about(situation),
      positions: [situation.place(), situation.place()],
    }),
  },
  { method: 'textDocument/semanticTokens/full', parameters: about },
  {
    method: 'textDocument/semanticTokens/full/delta',
    parameters: (situation) => ({
      ...about(situation),
      previousResultId: situation.previousResultId,
    }),
  },
  {
    method: 'textDocument/semanticTokens/range',
    parameters: (situation) => ({ ...about(situation), range: range(situation) }),
  },
  {
    method: 'textDocument/inlayHint',
    parameters: (situation) => ({ ...about(situation), range: range(situation) }),
  },
  { method: 'textDocument/codeLens', parameters: about, resolve: 'codeLens/resolve' },
  {
    method: 'textDocument/codeAction',
    parameters: (situation) => {
      const { diagnostics, random } = situation;
      const diagnostic = diagnostics.length > 0 ? random.pick(diagnostics) : undefined;
      return {
        ...about(situation),
        range: diagnostic?.range ?? range(situation),
        context: {
          diagnostics: diagnostic ? [diagnostic] : [],
          ...(random.next() < 0.3 ? { only: ['source.fixAll.planwright', 'refactor'] } : {}),
        },
      };
    },
    resolve: 'codeAction/resolve',
  },
  {
    method: 'textDocument/formatting',
    parameters: (situation) => ({ ...about(situation), options }),
  },
  {
    method: 'textDocument/rangeFormatting',
    parameters: (situation) => ({ ...about(situation), range: range(situation), options }),
  },
  {
    method: 'textDocument/onTypeFormatting',
    parameters: (situation) => ({ ...at(situation), ch: '\n', options }),
  },
  {
    method: 'textDocument/documentLink',
    parameters: about,
    resolve: 'documentLink/resolve',
  },
  { method: 'planwright/preview', parameters: ({ uri }) => ({ uri }) },
  {
    method: 'workspace/executeCommand',
    parameters: ({ uri, random, commands }) => ({
      command: random.pick(commands),
      arguments: [{ uri, format: random.pick(['html', 'md', 'json']) }],
    }),
  },
];
