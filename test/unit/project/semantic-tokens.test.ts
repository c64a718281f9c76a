/** The manifest tells themes what the server’s words for colours are; the two lists must be one. */

import { expect, test } from 'vitest';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import { makeGrammar } from '../../../scripts/generate/grammar.ts';
import { tokenModifiers, tokenTypes } from '../../../server/src/features/semantic-tokens.ts';
import { read } from './repository.ts';

const { contributes } = JSON.parse(read('package.json'));
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
const beside = (own: readonly string[], protocol: Record<string, string>) =>
  own.filter((name) => !Object.values(protocol).includes(name)).sort();

test('types and modifiers that the protocol does not have are declared', () => {
  expect(idsOf(contributes.semanticTokenTypes)).toEqual(beside(tokenTypes, SemanticTokenTypes));
  expect(idsOf(contributes.semanticTokenModifiers)).toEqual(
    beside(tokenModifiers, SemanticTokenModifiers),
  );
});

test('every type has the colour that the grammar gives it', () => {
  const { scopes } = contributes.semanticTokenScopes[0] as { scopes: Record<string, string[]> };
  expect(tokenTypes.filter((type) => !scopes[type])).toEqual([]);
  const grammar = JSON.stringify(makeGrammar());
  const own = Object.entries(scopes).flatMap(([type, list]) => (type === 'text' ? [] : list));
  const unknown = own
    .flatMap((scope) => scope.split(' '))
    .filter((scope) => !grammar.includes(scope));
  expect(unknown).toEqual([]);
});
