// While what was typed is on its way to a preview, what VS Code asks of the whole document stands back: on a long one
// those answers are large, and take up for long what the few changed words have to pass as well.

import type { CancellationToken, TextDocument } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** @param caughtUp waits until the previews of a document show what it says; not for long, and not once it is cancelled */
export function givingWay(
  caughtUp: (document: TextDocument, token: CancellationToken) => Promise<void>,
): Middleware {
  const after = async <Answer>(
    document: TextDocument,
    token: CancellationToken,
    ask: () => Answer,
  ): Promise<Awaited<Answer> | undefined> => {
    await caughtUp(document, token);
    return token.isCancellationRequested ? undefined : await ask();
  };
  return {
    provideDocumentSymbols: (document, token, next) =>
      after(document, token, () => next(document, token)),
    provideFoldingRanges: (document, context, token, next) =>
      after(document, token, () => next(document, context, token)),
    provideCodeLenses: (document, token, next) =>
      after(document, token, () => next(document, token)),
    provideDocumentLinks: (document, token, next) =>
      after(document, token, () => next(document, token)),
    provideDocumentSemanticTokens: (document, token, next) =>
      after(document, token, () => next(document, token)),
    provideDocumentSemanticTokensEdits: (document, before, token, next) =>
      after(document, token, () => next(document, before, token)),
  };
}
