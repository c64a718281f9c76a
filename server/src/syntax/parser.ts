/**
 * The grammar: Chevrotain with embedded actions, straight into compact nodes. It is total: every
 * token sequence that the lexer can make is accepted, so nothing is ever thrown or skipped, and one
 * line's damage stays in that line. What is wrong with a line is told by {@link SyntaxProblem}s that
 * the actions note down on the way.
 */
import { EmbeddedActionsParser, type IOrAlt, type IToken, tokenMatcher } from 'chevrotain';
import * as t from './tokens.ts';
import type {
  Amount,
  ClaimItem,
  Clause,
  HeadingStyle,
  Modifier,
  PeriodItem,
  Quantity,
  Span,
  Statement,
  SyntaxProblem,
  SyntaxProblemId,
  Word,
} from './tree.ts';
import { type KeywordRow, keywordOf } from './vocabulary/keywords.ts';
import {
  halfWidth,
  maybeSpace,
  type PeriodMatch,
  periodAt,
  smallNumber,
} from './vocabulary/periods.ts';
import type { PhraseRow } from './vocabulary/phrases.ts';

const endOf = (token: IToken): number => token.startOffset + token.image.length;

/** The formula of an indicator: names and numbers joined by + − × ÷. */
export type Expression =
  | { readonly kind: 'name'; readonly word: Word }
  | { readonly kind: 'number'; readonly text: string; readonly span: Span }
  | {
      readonly kind: 'operation';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    };

/** What lines without problems share. Nothing is ever pushed on it. */
const noProblems: SyntaxProblem[] = [];

/** What a rule gives while Chevrotain records the grammar. */
const unread: Statement = { kind: 'blank' };

/** Deeper parentheses than any real formula has are refused with a sentence, not a stack trace. */
const deepestFormula = 40;

class PlanParser extends EmbeddedActionsParser {
  problems: SyntaxProblem[] = noProblems;
  private text = '';
  private formulaDepth = 0;

  constructor() {
    super(t.tokenTypes, {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: true,
    });
    this.performSelfAnalysis();
  }

  begin(text: string, tokens: IToken[]): void {
    this.text = text;
    this.problems = noProblems;
    this.formulaDepth = 0;
    this.input = tokens;
  }

  private problem(id: SyntaxProblemId, start: number, end: number, words?: string[]): void {
    // Pushed on, not copied: one line may have any number of problems.
    if (this.problems === noProblems) this.problems = [];
    this.problems.push(words ? { id, start, end, words } : { id, start, end });
  }

  private keywordWord(
    token: IToken,
    form = token.payload as string,
  ): { keyword: Word; row: KeywordRow } {
    const row = keywordOf(form);
    if (!row) throw new Error(`no row for keyword ${form}`);
    return {
      keyword: { start: token.startOffset, end: token.startOffset + form.length, text: form },
      row,
    };
  }

  // ------------------------------------------------------------ lines

  line = this.RULE('line', (): Statement => {
    this.lineAlternatives ??= [
      {
        ALT: () => {
          const mark = this.CONSUME(t.TargetNamed);
          const items = this.SUBRULE(this.claims);
          return this.RECORDING_PHASE ? unread : this.namedTarget(mark, items);
        },
      },
      {
        ALT: () => {
          const mark = this.CONSUME(t.TargetUnnamed);
          const items = this.SUBRULE1(this.claims);
          return this.RECORDING_PHASE ? unread : this.unnamedTarget(mark, items);
        },
      },
      {
        ALT: () => {
          const mark = this.CONSUME(t.YearColon);
          const items = this.SUBRULE2(this.claims);
          return this.RECORDING_PHASE ? unread : valueStatement(mark, items);
        },
      },
      {
        ALT: () => {
          const mark = this.CONSUME(t.Keyword);
          const rest = this.OPTION(this.rest);
          return this.RECORDING_PHASE ? unread : this.keywordStatement(mark, rest);
        },
      },
      {
        ALT: () => {
          const mark = this.CONSUME(t.Mark);
          const rest = this.OPTION1(this.rest1);
          return this.RECORDING_PHASE ? unread : this.markedStatement(mark, rest);
        },
      },
      { ALT: () => this.SUBRULE(this.row) },
      {
        ALT: (): Statement => {
          const prose = this.CONSUME(t.Prose);
          return { kind: 'prose', start: prose.startOffset, list: false, escaped: false };
        },
      },
    ];
    return this.OR(this.lineAlternatives);
  });
  private lineAlternatives: IOrAlt<Statement>[] | undefined;
  private readonly rest = (): IToken => this.CONSUME(t.Rest);
  private readonly rest1 = (): IToken => this.CONSUME1(t.Rest);

  private row = this.RULE('row', (): Statement => {
    const cells: Word[] = [];
    const first = this.CONSUME(t.Pipe);
    let start = this.ACTION(() => endOf(first));
    let open = true;
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            const cell = this.CONSUME(t.Cell);
            this.ACTION(() => cells.push(trimmed(cell.image, cell.startOffset)));
            open = false;
          },
        },
        {
          ALT: () => {
            const pipe = this.CONSUME(t.RowPipe);
            this.ACTION(() => {
              if (open) cells.push({ start, end: start, text: '' });
              open = true;
              start = endOf(pipe);
            });
          },
        },
      ]),
    );
    return this.ACTION(() => {
      const rule = cells.length > 0 && cells.every((cell) => /^:?-{2,}:?$|^—{2,}$/.test(cell.text));
      return { kind: 'row', cells, rule };
    });
  });

  private keywordStatement(mark: IToken, rest: IToken | undefined): Statement {
    const { keyword, row } = this.keywordWord(mark);
    const text = rest && trimmed(rest.image, rest.startOffset);
    const value = text && text.text !== '' ? text : undefined;
    switch (row.role) {
      case 'header':
        if (!value) this.problem('title-missing', keyword.start, keyword.end, [keyword.text]);
        return { kind: 'header', keyword, row, title: value };
      case 'field':
        return { kind: 'field', keyword, row, value };
      case 'measure':
        if (!value) this.problem('title-missing', keyword.start, keyword.end, [keyword.text]);
        return { kind: 'measure', style: 'keyword', marker: keyword, title: value };
      case 'indicator': {
        const { name, unit } = this.nameWithUnit(value);
        if (!name) this.problem('name-missing', keyword.start, keyword.end, [keyword.text]);
        return { kind: 'indicator', keyword, name, unit };
      }
      case 'table':
        return { kind: 'table', keyword, title: value };
      case 'chart': {
        const names = value ? splitNames(value) : [];
        if (names.length === 0) this.problem('names-missing', keyword.start, keyword.end);
        return { kind: 'chart', keyword, names };
      }
      case 'include':
        if (!value) this.problem('path-missing', keyword.start, keyword.end);
        return { kind: 'include', keyword, path: value };
      default:
        return { kind: 'note', keyword, text: value };
    }
  }

  private markedStatement(mark: IToken, rest: IToken | undefined): Statement {
    const { startOffset: start, image } = mark;
    const marker: Word = { start, end: endOf(mark), text: image };
    const text = rest && trimmed(rest.image, rest.startOffset);
    const value = text && text.text !== '' ? text : undefined;
    switch (mark.tokenType) {
      case t.SilenceMark:
        return { kind: 'comment', start, silence: this.silence(marker, value) };
      case t.CommentMark:
        return { kind: 'comment', start };
      case t.ListMark:
        return {
          kind: 'prose',
          start: rest?.startOffset ?? marker.end,
          list: true,
          escaped: false,
        };
      case t.Backslash:
        return { kind: 'prose', start: marker.end, list: false, escaped: true };
      case t.HashMark:
        if (!value) this.problem('title-missing', start, marker.end, [image]);
        return { kind: 'heading', style: 'hash', level: image.length, marker, title: value };
      case t.MeasureNumber: {
        const { title, rest: behind } = runIn(value, /[。；;！!]/);
        const ordinal = smallNumber((mark.payload as { ordinal: string }).ordinal);
        return { kind: 'measure', style: 'ordinal', ordinal, marker, title, rest: behind };
      }
      default: {
        const groups = mark.payload as Record<string, string | undefined>;
        const style = headingStyles.find((candidate) => groups[candidate] !== undefined);
        if (!style) throw new Error(`no style for heading number ${image}`);
        const { title, rest: behind } = runIn(value, /。/);
        return {
          kind: 'heading',
          style,
          level: headingStyles.indexOf(style) + 1,
          ordinal: smallNumber(groups[style] ?? ''),
          marker,
          title,
          rest: behind,
        };
      }
    }
  }

  private silence(marker: Word, value: Word | undefined): { rule: Word; reason?: Word } {
    if (!value || /^[：:]/.test(value.text)) {
      this.problem('rule-missing', marker.start, marker.end);
      return { rule: { start: marker.end, end: marker.end, text: '' } };
    }
    const found = /^(.*?)\s*[：:]\s*(.*)$/s.exec(value.text);
    if (!found) return { rule: value };
    const [, rule, reason] = found;
    const reasonStart = value.end - reason.length;
    return {
      rule: { start: value.start, end: value.start + rule.length, text: rule },
      ...(reason ? { reason: { start: reasonStart, end: value.end, text: reason } } : {}),
    };
  }

  /** `人均预期寿命（岁）` → name and unit; the unit is the last pair of parentheses. */
  private nameWithUnit(word: Word | undefined): { name?: Word; unit?: Word } {
    if (!word) return {};
    if (!/[（(]/.test(word.text)) return { name: word };
    const found = /^(.*?)\s*[（(]([^（）()]*)[）)]$/s.exec(word.text);
    if (!found) {
      const open = word.text.search(/[（(][^（）()]*$/);
      if (open >= 0) this.problem('unit-not-closed', word.start + open, word.end);
      return { name: word };
    }
    const [, name, unit] = found;
    const unitEnd = word.end - 1;
    const unitWord = trimmed(unit, unitEnd - unit.length);
    return {
      ...(name ? { name: { start: word.start, end: word.start + name.length, text: name } } : {}),
      ...(unitWord.text ? { unit: unitWord } : {}),
    };
  }

  private namedTarget(mark: IToken, items: ClaimItem[]): Statement {
    const { form, nameStart, nameEnd } = mark.payload as t.NamedTarget;
    const { keyword, row } = this.keywordWord(mark, form);
    const kind = row.role === 'result' ? 'result' : 'target';
    const whole = trimmed(this.text.slice(nameStart, nameEnd), nameStart);
    const { name, unit } = this.nameWithUnit(whole);
    if (!name) this.problem('name-missing', whole.start, whole.end, [keyword.text]);
    if (!items.some(says)) this.problem('claim-missing', keyword.start, whole.end, [whole.text]);
    return { kind, keyword, name, unit, colon: true, claims: items, claimsStart: nameEnd + 1 };
  }

  private unnamedTarget(mark: IToken, items: ClaimItem[]): Statement {
    const { keyword, row } = this.keywordWord(mark);
    const kind = row.role === 'result' ? 'result' : 'target';
    // No colon: the words before the first figure are the name.
    let count = 0;
    while (count < items.length && (items[count].kind === 'text' || leadsName(items[count])))
      count++;
    while (count > 0 && items[count - 1].kind !== 'text') count--;
    const claims = items.slice(count);
    const claimsStart = claims[0]?.start ?? this.text.length;
    if (/[:：]\s*$/.test(mark.image) && isSentence(items, count)) {
      return { kind: 'prose', start: mark.startOffset, list: false, escaped: false };
    }
    if (count === 0) {
      this.problem('name-missing', keyword.start, keyword.end, [keyword.text]);
      return { kind, keyword, colon: false, claims: items, claimsStart: endOf(mark) };
    }
    const start = items[0].start;
    const name = trimmed(this.text.slice(start, items[count - 1].end), start);
    if (claims.some(says)) this.problem('colon-missing', name.end, name.end, [name.text]);
    else this.problem('claim-missing', keyword.start, name.end, [name.text]);
    return { kind, keyword, name, colon: false, claims, claimsStart };
  }

  // ------------------------------------------------------------ claims
  //
  // The hot path. What a rule builds is kept in fields and its alternatives are made once: a closure
  // per token would cost more than the token (Chevrotain's own advice), and so would a rule for each
  // part of a claim. No claim rule calls itself.

  /** What the last claims were made of, so far; an array that grows anew each time keeps more than it needs. */
  private readonly items: ClaimItem[] = [];
  private itemCount = 0;
  private modifiers: Modifier[] = noModifiers;
  private suffixes: Modifier[] = noModifiers;
  private quantityRead: Quantity | undefined;
  private fixed: IToken | undefined;
  private high: Amount | undefined;
  private ratio: string[] | undefined;
  private shareStart: IToken | undefined;
  private wholeWords: IToken[] = [];

  claims = this.RULE('claims', (): ClaimItem[] => {
    this.itemCount = 0;
    this.MANY(this.claimItem);
    return this.items.slice(0, this.itemCount);
  });

  private claimAlternatives: IOrAlt<void>[] | undefined;
  private readonly claimItem = (): void => {
    this.claimAlternatives ??= [
      { ALT: this.clause },
      { ALT: () => this.period(this.CONSUME(t.Period)) },
      { ALT: () => this.separator(this.CONSUME(t.Separator)) },
      { ALT: () => this.words(this.CONSUME(t.Words)) },
      { ALT: () => this.quoted(this.CONSUME(t.Quoted)) },
      { ALT: () => this.inStep(this.CONSUME(t.InStep)) },
      { ALT: () => this.allOrNone(this.CONSUME(t.AllOrNone)) },
      { ALT: () => this.sign(this.CONSUME(t.PartsWord), 'parts') },
      { ALT: () => this.sign(this.CONSUME(t.Nothing), 'nothing') },
      { ALT: () => this.bracket(this.CONSUME(t.Bracket)) },
      { ALT: () => this.sign(this.CONSUME(t.Star), 'star') },
      { ALT: () => this.quoteMark(this.CONSUME(t.QuoteMark)) },
    ];
    this.OR(this.claimAlternatives);
  };

  private add(item: ClaimItem): void {
    this.items[this.itemCount++] = item;
  }

  // Items that are a single token.

  private period(token: IToken): void {
    if (!this.RECORDING_PHASE) this.add(periodItem(token));
  }

  private separator({ startOffset: start, image: text }: IToken): void {
    if (!this.RECORDING_PHASE)
      this.add({ kind: 'separator', start, end: start + text.length, text });
  }

  private words(token: IToken): void {
    if (!this.RECORDING_PHASE) this.addText(token);
  }

  private addText({ startOffset: start, image }: IToken): void {
    const end = start + image.length;
    const last = this.itemCount > 0 ? this.items[this.itemCount - 1] : undefined;
    if (last?.kind === 'text' && last.end === start) {
      const text = last.text + image;
      this.items[this.itemCount - 1] = { kind: 'text', start: last.start, end, text };
    } else {
      this.add({ kind: 'text', start, end, text: image });
    }
  }

  private quoted(token: IToken): void {
    if (this.RECORDING_PHASE) return;
    const { startOffset: start, image } = token;
    this.add({ kind: 'qualitative', start, end: endOf(token), text: image.slice(1, -1) });
  }

  private inStep(token: IToken): void {
    if (this.RECORDING_PHASE) return;
    const { startOffset: start, image: text } = token;
    this.add({ kind: 'qualitative', start, end: endOf(token), text });
  }

  private allOrNone(token: IToken): void {
    if (this.RECORDING_PHASE) return;
    const { startOffset: start, image: text } = token;
    const all = (token.payload as PhraseRow).kind === 'all';
    this.add({ kind: 'allOrNone', start, end: endOf(token), all, text });
  }

  private bracket(token: IToken): void {
    if (this.RECORDING_PHASE) return;
    const { startOffset: start, image } = token;
    this.add({ kind: 'bracket', start, end: endOf(token), open: /[〔[［]/.test(image) });
  }

  private sign(token: IToken, kind: 'parts' | 'nothing' | 'star'): void {
    if (!this.RECORDING_PHASE) this.add({ kind, start: token.startOffset, end: endOf(token) });
  }

  private quoteMark(token: IToken): void {
    if (this.RECORDING_PHASE) return;
    this.problem('quote-not-closed', token.startOffset, endOf(token));
    this.addText(token);
  }

  /** Words that lead up to a figure, then the figure, if there is one, and its hedges. */
  private readonly clause = (): void => {
    this.modifiers = noModifiers;
    this.suffixes = noModifiers;
    this.quantityRead = undefined;
    this.high = undefined;
    this.ratio = undefined;
    this.fixed = undefined;
    this.AT_LEAST_ONE(this.clauseParts);
    // A hedge directly behind the figure; behind a mere word it is a word itself.
    if (this.quantityRead || this.RECORDING_PHASE) this.MANY1(this.hedge);
    if (!this.RECORDING_PHASE) {
      this.add(finishClause(this.modifiers, this.quantityRead, this.suffixes, this.fixed));
    }
  };

  private clauseAlternatives: IOrAlt<void>[] | undefined;
  private readonly clausePart = (): void => {
    this.clauseAlternatives ??= [
      {
        ALT: () => {
          const token = this.CONSUME(t.ModifierWord);
          if (!this.RECORDING_PHASE) this.lead(modifierOf(token));
        },
      },
      {
        ALT: () => {
          const figure = this.CONSUME(t.FigureToken);
          const unit = this.OPTION(this.unit);
          this.quantity(this.RECORDING_PHASE ? undefined : amountOf(figure, unit));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.BareUnit);
          this.quantity(this.RECORDING_PHASE ? undefined : missingAmount(token));
        },
      },
      { ALT: () => this.comparison(this.CONSUME(t.Base)) },
      { ALT: () => this.comparison(this.CONSUME(t.From)) },
      { ALT: () => this.comparison(this.CONSUME(t.TimesOf)) },
      { ALT: () => this.SUBRULE(this.share) },
      { ALT: () => this.fix(this.CONSUME(t.Rank)) },
      { ALT: () => this.fix(this.CONSUME(t.Doubling)) },
    ];
    this.OR1(this.clauseAlternatives);
  };
  /** A clause says one thing. */
  private readonly clauseParts = {
    GATE: (): boolean => !this.quantityRead && !this.fixed,
    DEF: this.clausePart,
  };

  private lead(modifier: Modifier): void {
    if (this.modifiers === noModifiers) this.modifiers = [modifier];
    else this.modifiers.push(modifier);
  }

  private fix(token: IToken): void {
    if (!this.RECORDING_PHASE) this.fixed = token;
  }

  private readonly hedge = (): void => {
    const token = this.CONSUME1(t.Hedge);
    if (!this.RECORDING_PHASE) this.hedged(modifierOf(token));
  };

  private hedged(modifier: Modifier): void {
    if (this.suffixes === noModifiers) this.suffixes = [modifier];
    else this.suffixes.push(modifier);
  }

  /** 比2020年, 由2020年的, 是2015年的: what is compared with, and its period. */
  private comparison(token: IToken): void {
    const period = this.OPTION1(this.comparedPeriod);
    // 由2020年的73.9%提高到: A and its year; “up 20% from last year”: a base.
    if (!this.RECORDING_PHASE) {
      this.lead(modifierOf(token, period?.end, period));
    }
  }
  private readonly comparedPeriod = (): PeriodItem | undefined => {
    const token = this.CONSUME1(t.Period);
    return this.RECORDING_PHASE ? undefined : periodItem(token);
  };

  /** 占财政收入的: the words up to the figure are the whole. */
  private share = this.RULE('share', (): void => {
    this.shareStart = this.CONSUME(t.Share);
    this.wholeWords = [];
    this.MANY(this.shareWords);
    if (this.RECORDING_PHASE) return;
    const [first] = this.wholeWords;
    if (!first) {
      this.lead(modifierOf(this.shareStart));
      return;
    }
    const start = first.startOffset;
    const end = endOf(this.wholeWords[this.wholeWords.length - 1]);
    const of = trimmed(this.text.slice(start, end), start);
    this.lead(modifierOf(this.shareStart, end, undefined, of));
  });

  private readonly isFlow = (): boolean =>
    (this.LA(1).payload as PhraseRow | undefined)?.kind === 'flow';
  private readonly isShareWord = (): boolean => {
    const { tokenType } = this.LA(1);
    return (
      tokenType === t.Text ||
      tokenType === t.OtherText ||
      tokenType === t.Period ||
      tokenType === t.Hedge ||
      this.isFlow()
    );
  };
  private shareAlternatives: IOrAlt<IToken>[] | undefined;
  private readonly shareWord = (): void => {
    this.shareAlternatives ??= [
      { ALT: () => this.CONSUME(t.Text) },
      { ALT: () => this.CONSUME(t.Period) },
      // 占规模以上工业的比重
      { ALT: () => this.CONSUME(t.Hedge) },
      // 占改造投资的59%: a verb of a flow is part of the whole's name, a comparator is not.
      { GATE: this.isFlow, ALT: () => this.CONSUME(t.ModifierWord) },
    ];
    this.wholeWords.push(this.OR1(this.shareAlternatives));
  };
  private readonly shareWords = { GATE: this.isShareWord, DEF: this.shareWord };

  /** The figure, and what it goes on to: 3—5项, 12.9：47.2：39.9. */
  private quantity(amount: Amount | undefined): void {
    this.ratioStart = amount;
    if (this.RECORDING_PHASE || this.goesOn()) this.OPTION2(this.rangeOrRatio);
    if (!amount) return;
    const { high, ratio } = this;
    const end = high ? high.end : ratio ? this.lastRatioEnd : amount.end;
    this.quantityRead = { start: amount.start, end, amount, high, ratio };
  }
  private ratioStart: Amount | undefined;
  private lastRatioEnd = 0;
  private readonly unit = (): IToken => this.CONSUME(t.UnitToken);

  /** A dash or a colon is part of the figure only where another number follows: **——2015年 has none. */
  private goesOn(): boolean {
    const { tokenType } = this.LA(1);
    if (tokenType !== t.RangeDash && tokenType !== t.RatioColon) return false;
    const next = this.LA(2);
    return tokenType === t.RatioColon
      ? next.tokenType === t.NumberToken
      : tokenMatcher(next, t.FigureToken) || next.tokenType === t.BareUnit;
  }
  private rangeAlternatives: IOrAlt<void>[] | undefined;
  private readonly rangeOrRatio = (): void => {
    this.rangeAlternatives ??= [
      {
        ALT: () => {
          this.CONSUME(t.RangeDash);
          this.high = this.SUBRULE(this.amount);
        },
      },
      {
        ALT: () => {
          this.ratio = [this.ratioStart?.number ?? ''];
          this.AT_LEAST_ONE1(this.ratioPart);
        },
      },
    ];
    this.OR2(this.rangeAlternatives);
  };
  private readonly ratioPart = (): void => {
    this.CONSUME(t.RatioColon);
    const next = this.CONSUME(t.NumberToken);
    if (this.RECORDING_PHASE) return;
    this.ratio?.push(halfWidth(next.image));
    this.lastRatioEnd = endOf(next);
  };

  private amountAlternatives: IOrAlt<Amount | undefined>[] | undefined;
  /** The upper end of a range. */
  private amount = this.RULE('amount', (): Amount | undefined => {
    this.amountAlternatives ??= [
      {
        ALT: () => {
          const figure = this.CONSUME(t.FigureToken);
          const unit = this.OPTION(this.unit);
          return this.RECORDING_PHASE ? undefined : amountOf(figure, unit);
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.BareUnit);
          return this.RECORDING_PHASE ? undefined : missingAmount(token);
        },
      },
    ];
    return this.OR(this.amountAlternatives);
  });

  // ------------------------------------------------------------ formulas

  formula = this.RULE('formula', (): Expression | undefined => {
    const expression = this.OPTION({
      // In （） it is the first parenthesis that is told of.
      MAX_LOOKAHEAD: 2,
      DEF: () => this.SUBRULE(this.sum),
    });
    // Whatever is left over is told and kept out of the expression.
    let leftover: IToken | undefined;
    this.MANY(() => {
      const token = this.OR([
        { ALT: () => this.CONSUME(t.FormulaName) },
        { ALT: () => this.CONSUME(t.FormulaNumber) },
        { ALT: () => this.CONSUME(t.Open) },
        { ALT: () => this.CONSUME(t.Close) },
        { ALT: () => this.CONSUME(t.Plus) },
        { ALT: () => this.CONSUME(t.Minus) },
        { ALT: () => this.CONSUME(t.Times) },
        { ALT: () => this.CONSUME(t.Divide) },
      ]);
      leftover ??= token;
    });
    this.ACTION(() => {
      if (leftover)
        this.problem('expression-wrong', leftover.startOffset, endOf(leftover), [leftover.image]);
    });
    return expression;
  });

  private sum = this.RULE('sum', (): Expression => {
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const operator = this.OR([
        { ALT: () => this.CONSUME(t.Plus) },
        { ALT: () => this.CONSUME(t.Minus) },
      ]);
      const right = this.SUBRULE1(this.product);
      left = {
        kind: 'operation',
        operator: operator.tokenType === t.Plus ? '+' : '-',
        left,
        right,
      };
    });
    return left;
  });

  private product = this.RULE('product', (): Expression => {
    let left = this.SUBRULE(this.factor);
    this.MANY(() => {
      const operator = this.OR([
        { ALT: () => this.CONSUME(t.Times) },
        { ALT: () => this.CONSUME(t.Divide) },
      ]);
      const right = this.SUBRULE1(this.factor);
      left = {
        kind: 'operation',
        operator: operator.tokenType === t.Times ? '*' : '/',
        left,
        right,
      };
    });
    return left;
  });

  private factor = this.RULE('factor', (): Expression => {
    return this.OR([
      {
        ALT: (): Expression => {
          const token = this.CONSUME(t.FormulaName);
          return {
            kind: 'name',
            word: { start: token.startOffset, end: endOf(token), text: token.image },
          };
        },
      },
      {
        ALT: (): Expression => {
          const token = this.CONSUME(t.FormulaNumber);
          return {
            kind: 'number',
            text: token.image,
            span: { start: token.startOffset, end: endOf(token) },
          };
        },
      },
      {
        GATE: () => this.formulaDepth < deepestFormula,
        ALT: () => {
          this.CONSUME(t.Open);
          this.formulaDepth++;
          const inner = this.SUBRULE(this.sum);
          this.formulaDepth--;
          this.CONSUME(t.Close);
          return inner;
        },
      },
    ]);
  });
}

/** Most figures have no hedge and many no lead; they share this. Nothing is ever pushed on it. */
const noModifiers: Modifier[] = [];

const headingStyles: readonly Exclude<HeadingStyle, 'hash'>[] = [
  'chinese',
  'chineseParen',
  'arabic',
  'arabicParen',
];

/** Whether an item of a target says anything about its indicator. */
function says(item: ClaimItem): boolean {
  switch (item.kind) {
    case 'clause':
      return (
        item.quantity !== undefined || item.modifiers.some((modifier) => modifier.kind === 'base')
      );
    case 'rank':
    case 'doubling':
    case 'allOrNone':
    case 'qualitative':
      return true;
    default:
      return false;
  }
}

/** 目标：到2026年底，粮食产量达到5000吨。 is a sentence on targets: other words stand where the name and its figure would. */
function isSentence(items: readonly ClaimItem[], nameItems: number): boolean {
  const figure = items.findIndex(says);
  const before = items.slice(nameItems, figure < 0 ? items.length : figure);
  const ends = before.findIndex(({ kind }) => kind === 'separator');
  return (
    (nameItems === 0 || ends >= 0) && before.slice(ends + 1).some(({ kind }) => kind === 'text')
  );
}

/** Words of a name may look like the head of a claim: 新增就业, 年均… */
function leadsName(item: ClaimItem): boolean {
  return (
    item.kind === 'clause' &&
    item.quantity === undefined &&
    item.modifiers.every((m) => m.kind === 'flow')
  );
}

function valueStatement(mark: IToken, claims: ClaimItem[]): Statement {
  const form = mark.payload as string;
  const end = mark.startOffset + form.length;
  const read = periodAt(/^[0-9０-９]{4}$/.test(form) ? `${form}年` : form, 0);
  const period: PeriodItem = {
    kind: 'period',
    start: mark.startOffset,
    end,
    period: read?.period ?? { form: 'masked', mask: form },
    until: false,
    against: false,
  };
  return { kind: 'value', period, claims, claimsStart: endOf(mark) };
}

function periodItem(token: IToken): PeriodItem {
  const { period, until, against } = token.payload as PeriodMatch;
  return {
    kind: 'period',
    start: token.startOffset,
    end: endOf(token),
    period,
    until,
    against,
  };
}

// What is made for every figure is made with all its fields, so that all of one kind have one shape.

function modifierOf(
  token: IToken,
  end = endOf(token),
  period: PeriodItem | undefined = undefined,
  of: Word | undefined = undefined,
): Modifier {
  const { payload, image: text, startOffset: start } = token;
  // TimesOf has no row of its own: 是2015年的1.7倍 compares.
  if (token.tokenType === t.TimesOf)
    return { kind: 'base', id: 'timesOf', text, start, end, period, of };
  const { kind, id } = payload as PhraseRow;
  return {
    kind: kind === 'suffix' ? 'comparator' : (kind as Modifier['kind']),
    id,
    text,
    start,
    end,
    period,
    of,
  };
}

function amountOf(figure: IToken, unitToken: IToken | undefined): Amount {
  if (figure.tokenType === t.PercentWords) return percentAmount(figure);
  const unit = unitToken?.payload as t.UnitMatch | undefined;
  const { tokenType, image, startOffset: start } = figure;
  const numberEnd = start + image.length;
  const currency = tokenType === t.NumberToken ? t.currencyOf(image[0]) : undefined;
  if (currency) return moneyAmount(figure, currency, unitToken);
  const chinese = tokenType === t.ChineseNumber;
  const masked = tokenType === t.MaskToken;
  return {
    start,
    end: unitToken ? endOf(unitToken) : numberEnd,
    numberStart: start,
    numberEnd,
    number: masked ? undefined : chinese ? image : plainDigits(image),
    mask: masked ? image : undefined,
    chinese: chinese || undefined,
    more: unit?.more || undefined,
    unit: unit?.unit ?? '',
  };
}

/** £214.6 million, £3.4m: the sign stands before the number. */
function moneyAmount(
  { image, startOffset: start }: IToken,
  currency: string,
  unitToken: IToken | undefined,
): Amount {
  const magnitude = (unitToken?.payload as t.UnitMatch | undefined)?.unit ?? '';
  const numberEnd = start + image.length;
  return {
    start,
    end: unitToken ? endOf(unitToken) : numberEnd,
    numberStart: start + 1,
    numberEnd,
    number: plainDigits(image.slice(1)),
    mask: undefined,
    chinese: undefined,
    more: undefined,
    unit: [magnitude === 'm' ? 'million' : magnitude, currency]
      .filter((word) => word !== '')
      .join(' '),
  };
}

function percentAmount({ image, payload, startOffset: start }: IToken): Amount {
  const { number, unit } = payload as t.PercentMatch;
  const end = start + image.length;
  const chinese = !/[0-9０-９]/.test(number);
  return {
    start,
    end,
    numberStart: end - number.length,
    numberEnd: end,
    number: chinese ? number : plainDigits(number),
    mask: undefined,
    chinese: chinese || undefined,
    more: undefined,
    unit,
  };
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** `ranked second` */
function ordinalIn(word: string | undefined): string | undefined {
  return word && String(ordinals.indexOf(word.toLowerCase()) + 1);
}

/** A unit whose number was dropped. */
function missingAmount(token: IToken): Amount {
  const { unit, more } = token.payload as t.UnitMatch;
  const at = token.startOffset;
  return {
    start: at,
    end: endOf(token),
    numberStart: at,
    numberEnd: at,
    number: undefined,
    mask: '',
    chinese: undefined,
    more: more || undefined,
    unit,
  };
}

/** Nothing but digits and points, as nearly all numbers are. */
function isPlainNumber(image: string): boolean {
  for (let at = 0; at < image.length; at++) {
    const code = image.charCodeAt(at);
    if ((code < 0x30 || code > 0x39) && code !== 0x2e) return false;
  }
  return true;
}

/** Half-width, without thousand separators, an ASCII minus. */
function plainDigits(image: string): string {
  if (isPlainNumber(image)) return image;
  const plain = halfWidth(image).replace(/,/g, '').replace(/−/g, '-');
  // 5億8640(萬元) are 58640 of the smaller one.
  const parts = /^(\d+)[亿億万萬](\d+)$/.exec(plain);
  return parts ? parts[1] + parts[2].padStart(4, '0') : plain;
}

function finishClause(
  modifiers: Modifier[],
  quantity: Quantity | undefined,
  suffixes: Modifier[],
  fixed: IToken | undefined,
): ClaimItem {
  const start = modifiers[0]?.start ?? quantity?.start ?? fixed?.startOffset ?? 0;
  // at(-1), since the element −1 of an array would be looked up as a name, which takes ten times as long.
  const end =
    suffixes.at(-1)?.end ??
    quantity?.end ??
    (fixed ? endOf(fixed) : (modifiers.at(-1)?.end ?? start));
  if (fixed && fixed.tokenType === t.Rank) {
    const groups = (fixed.payload ?? {}) as { rank?: string; enRank?: string; enWord?: string };
    const rank = groups.rank ?? groups.enRank ?? ordinalIn(groups.enWord) ?? '1';
    const digits = halfWidth(rank);
    return {
      kind: 'rank',
      start,
      end,
      modifiers,
      rank: /^\d+$/.test(digits) ? digits : String(smallNumber(rank) ?? rank),
    };
  }
  if (fixed) {
    const id = (fixed.payload as PhraseRow).id;
    const times = id === 'double' ? 2 : id === 'quadruple' ? 4 : 8;
    return { kind: 'doubling', start, end, modifiers, times };
  }
  return { kind: 'clause', start, end, modifiers, quantity, suffixes } satisfies Clause;
}

/** The stretch without the white space around it. */
export function trimmed(text: string, start: number): Word {
  if (!maybeSpace(text.charCodeAt(0)) && !maybeSpace(text.charCodeAt(text.length - 1))) {
    return { start, end: start + text.length, text };
  }
  const lead = text.length - text.trimStart().length;
  const core = text.trim();
  return { start: start + lead, end: start + lead + core.length, text: core };
}

/** Title up to the first full stop, and what runs on behind it. */
function runIn(value: Word | undefined, stop: RegExp): { title?: Word; rest?: Word } {
  if (!value) return {};
  const at = value.text.search(stop);
  if (at < 0) return { title: value };
  const title: Word = { start: value.start, end: value.start + at, text: value.text.slice(0, at) };
  const rest = trimmed(value.text.slice(at + 1), value.start + at + 1);
  return rest.text === '' ? { title } : { title, rest };
}

/** Names in a list: `A、B，C` — commas of either width, 、 and ；. */
export function splitNames(value: Word): Word[] {
  const names: Word[] = [];
  const pattern = /[^、，,；;]+/g;
  for (const found of value.text.matchAll(pattern)) {
    const name = trimmed(found[0], value.start + found.index);
    if (name.text !== '') names.push(name);
  }
  return names;
}

const parser = new PlanParser();

export interface ParsedStatement {
  readonly statement: Statement;
  readonly problems: readonly SyntaxProblem[];
}

const blank: ParsedStatement = { statement: { kind: 'blank' }, problems: noProblems };

/** Parses one line (without its terminator). Total: any text gives a statement. */
export function parseStatement(text: string): ParsedStatement {
  // Two lines in five are plain prose: their first character says so, and they are their own tree.
  const start = t.proseStart(text);
  if (start === text.length) return blank;
  if (start >= 0) {
    return {
      statement: { kind: 'prose', start, list: false, escaped: false },
      problems: noProblems,
    };
  }
  const tokens = t.tokenize(text, 'line');
  parser.begin(text, tokens);
  const statement = parser.line() ?? { kind: 'prose', start: 0, list: false, escaped: false };
  return { statement, problems: parser.problems };
}

/** Parses a sentence, a table cell or a field's value by the claim grammar. Offsets from `text`. */
export function parseClaims(text: string): readonly ClaimItem[] {
  parser.begin(text, t.tokenize(text, 'claim'));
  return parser.claims() ?? [];
}

export interface ParsedFormula {
  readonly expression?: Expression;
  readonly problems: readonly SyntaxProblem[];
}

/** Parses `A + B` or `A / B × 100`. Offsets from `text`. */
export function parseFormula(text: string): ParsedFormula {
  parser.begin(text, t.tokenize(text, 'formula'));
  const expression = parser.formula();
  const problems = [...parser.problems];
  for (const error of parser.errors) {
    if (problems.length > 0) break;
    const deep = /[（(]{40}/.test(text);
    // Chevrotain marks the end of the input with −1.
    const { startOffset } = error.token;
    const at = startOffset >= 0 ? startOffset : text.length;
    problems.push({
      id: deep ? 'expression-too-deep' : 'expression-wrong',
      start: Math.min(at, Math.max(0, text.length - 1)),
      end: Math.min(at + Math.max(1, error.token.image.length), text.length),
      words: [error.token.image],
    });
  }
  return problems.length === 0 && expression ? { expression, problems } : { problems };
}
