/** Langium's side of the benchmark: what an editor built on it does. */
import { URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Side } from '../side.ts';
import { createPlanServices } from './services.ts';

export async function createLangiumSide(): Promise<Side> {
  const services = await createPlanServices();
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder, TextDocuments } =
    services.shared.workspace;
  return {
    tokenise: (text) => services.parser.Lexer.tokenize(text),
    parse: (text) => services.parser.LangiumParser.parse(text),
    async check(text) {
      const document = LangiumDocumentFactory.fromString(text, URI.parse('memory:/checked.plan'));
      LangiumDocuments.addDocument(document);
      await DocumentBuilder.build([document], { validation: true });
      LangiumDocuments.deleteDocument(document.uri);
      return document.diagnostics?.length ?? 0;
    },
    async open(text) {
      const uri = URI.parse('memory:/edited.plan');
      const textDocument = TextDocument.create(uri.toString(), 'plan', 1, text);
      // Set as the protocol layer would set it: the builder reads an open document's text from here.
      TextDocuments.set(textDocument);
      const document = LangiumDocumentFactory.fromTextDocument(textDocument);
      LangiumDocuments.addDocument(document);
      await DocumentBuilder.build([document], { validation: true });
      return {
        async edit(start, end, insertion) {
          const range = {
            start: textDocument.positionAt(start),
            end: textDocument.positionAt(end),
          };
          TextDocument.update(textDocument, [{ range, text: insertion }], textDocument.version + 1);
          await DocumentBuilder.update([uri], []);
          return document.diagnostics?.length ?? 0;
        },
      };
    },
  };
}
