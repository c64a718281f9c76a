/**
 * Gives the lexer one mode for each part of a line, as Langium's guide to multi-mode lexing shows.
 * Without modes every word of the claims would have to be told from prose by looking behind.
 */
import type { IMultiModeLexerDefinition, TokenType, TokenVocabulary } from 'chevrotain';
import { DefaultTokenBuilder, type Grammar, type TokenBuilderOptions } from 'langium';

const LINE_START = [
  ['WHITESPACE', 'COMMENT', 'NEWLINE', 'HEADER_KEYWORD', 'FIELD_KEYWORD', 'HEADING_MARK'],
  ['MEASURE_KEYWORD', 'INDICATOR_KEYWORD', 'TARGET_KEYWORD', 'TABLE_KEYWORD', 'TABLE_ROW'],
  ['REFERENCE_KEYWORD', 'NOTE_KEYWORD', 'PROSE'],
].flat();
const REST_OF_LINE = ['WHITESPACE', 'NEWLINE_AFTER', 'TEXT'];
const NAME_OF_LINE = ['WHITESPACE', 'NEWLINE_AFTER', 'OPEN', 'CLOSE', 'COLON', 'NAME'];
const CLAIMS = [
  ['WHITESPACE', 'NEWLINE_AFTER', 'COMMA', 'STOP', 'ENUMERATION', 'PERIOD', 'COMMITMENT'],
  ['YEARLY', 'AVERAGE', 'TOTAL', 'SHARE', 'PARTS', 'FROM', 'RISE_TO', 'THAN', 'RISE', 'IS'],
  ['COMPARATOR', 'ABOUT', 'SUFFIX', 'MORE', 'QUALITATIVE', 'NUMBER', 'MASK', 'MAGNITUDE', 'UNIT'],
  ['OF', 'DASH', 'COLON', 'WORD'],
].flat();

/** The mode that a token opens; the end of a line goes back to the first. */
const OPENS: Record<string, string> = {
  HEADER_KEYWORD: 'text',
  FIELD_KEYWORD: 'text',
  HEADING_MARK: 'text',
  MEASURE_KEYWORD: 'text',
  TABLE_KEYWORD: 'text',
  REFERENCE_KEYWORD: 'text',
  NOTE_KEYWORD: 'text',
  INDICATOR_KEYWORD: 'name',
  TARGET_KEYWORD: 'name',
  SHARE: 'whole',
};

export class PlanTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = new Map<string, TokenType>();
    for (const token of super.buildTokens(grammar, options) as TokenType[]) {
      tokens.set(token.name, token);
    }
    for (const [name, mode] of Object.entries(OPENS)) {
      tokenNamed(name).PUSH_MODE = mode;
    }
    tokenNamed('NEWLINE_AFTER').POP_MODE = true;
    tokenNamed('WHOLE_NAME').POP_MODE = true;
    // The colon behind a name ends the name and begins the claims; the one behind 其中 stays there.
    tokenNamed('COLON').POP_MODE = true;
    tokenNamed('COLON').PUSH_MODE = 'claims';
    const definition: IMultiModeLexerDefinition = {
      defaultMode: 'line',
      modes: {
        line: LINE_START.map(tokenNamed),
        text: REST_OF_LINE.map(tokenNamed),
        name: NAME_OF_LINE.map(tokenNamed),
        claims: CLAIMS.map(tokenNamed),
        whole: ['WHITESPACE', 'WHOLE_NAME'].map(tokenNamed),
      },
    };
    return definition;

    function tokenNamed(name: string): TokenType {
      const token = tokens.get(name);
      if (token === undefined) {
        throw new Error(`The grammar has no terminal ${name}.`);
      }
      return token;
    }
  }
}
