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
  TextItem,
  Word,
} from './tree.ts';
import { type KeywordRow, keywordOf } from './vocabulary/keywords.ts';
import { halfWidth, type PeriodMatch, periodAt, smallNumber } from './vocabulary/periods.ts';
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

/** Deeper parentheses than any real formula has are refused with a sentence, not a stack trace. */
const deepestFormula = 40;

class PlanParser extends EmbeddedActionsParser {
  problems: SyntaxProblem[] = [];
  private text = '';
  private formulaDepth = 0;

  constructor() {
    super(t.modes === undefined ? [] : { modes: t.modes, defaultMode: 'line' }, {
      maxLookahead: 2,
      recoveryEnabled: false,
      skipValidations: true,
    });
    this.performSelfAnalysis();
  }

  begin(text: string, tokens: IToken[]): void {
    this.text = text;
    this.problems = [];
    this.formulaDepth = 0;
    this.input = tokens;
  }

  private problem(id: SyntaxProblemId, start: number, end: number, words?: string[]): void {
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
    return this.OR([
      { ALT: () => this.SUBRULE(this.target) },
      { ALT: () => this.SUBRULE(this.value) },
      {
        ALT: () => {
          const mark = this.OR1([
            { ALT: () => this.CONSUME(t.HeaderWord) },
            { ALT: () => this.CONSUME(t.FieldWord) },
            { ALT: () => this.CONSUME(t.MeasureWord) },
            { ALT: () => this.CONSUME(t.IndicatorWord) },
            { ALT: () => this.CONSUME(t.TableWord) },
            { ALT: () => this.CONSUME(t.ChartWord) },
            { ALT: () => this.CONSUME(t.IncludeWord) },
            { ALT: () => this.CONSUME(t.NoteWord) },
          ]);
          const rest = this.OPTION(() => this.CONSUME(t.Rest));
          return this.ACTION(() => this.keywordStatement(mark, rest));
        },
      },
      {
        ALT: () => {
          const mark = this.OR2([
            { ALT: () => this.CONSUME(t.SilenceMark) },
            { ALT: () => this.CONSUME(t.CommentMark) },
            { ALT: () => this.CONSUME(t.HashMark) },
            { ALT: () => this.CONSUME(t.HeadingNumber) },
            { ALT: () => this.CONSUME(t.MeasureNumber) },
            { ALT: () => this.CONSUME(t.ListMark) },
            { ALT: () => this.CONSUME(t.Backslash) },
          ]);
          const rest = this.OPTION1(() => this.CONSUME1(t.Rest));
          return this.ACTION(() => this.markedStatement(mark, rest));
        },
      },
      { ALT: () => this.SUBRULE(this.row) },
      {
        ALT: (): Statement => {
          const prose = this.CONSUME(t.Prose);
          return { kind: 'prose', start: prose.startOffset, list: false, escaped: false };
        },
      },
      { ALT: (): Statement => ({ kind: 'blank' }) },
    ]);
  });

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

  private target = this.RULE('target', (): Statement => {
    const mark = this.OR([
      { ALT: () => this.CONSUME(t.TargetNamed) },
      { ALT: () => this.CONSUME(t.TargetUnnamed) },
    ]);
    const items = this.SUBRULE(this.claims);
    return this.ACTION(() =>
      mark.tokenType === t.TargetNamed
        ? this.namedTarget(mark, items)
        : this.unnamedTarget(mark, items),
    );
  });

  private value = this.RULE('value', (): Statement => {
    const mark = this.CONSUME(t.YearColon);
    const items = this.SUBRULE(this.claims);
    return this.ACTION(() => {
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
      return { kind: 'value', period, claims: items, claimsStart: endOf(mark) };
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
  // per token would cost more than the token (Chevrotain's own advice). No claim rule calls itself.

  private items: ClaimItem[] = [];
  private modifiers: Modifier[] = [];
  private suffixes: Modifier[] = [];
  private quantityRead: Quantity | undefined;
  private fixed: IToken | undefined;
  private high: Amount | undefined;
  private ratio: string[] | undefined;
  private amountRead: Amount | undefined;
  private shareStart: IToken | undefined;
  private wholeWords: IToken[] = [];

  claims = this.RULE('claims', (): ClaimItem[] => {
    this.items = [];
    this.MANY(this.claimItem);
    return this.items;
  });

  private claimAlternatives: IOrAlt<void>[] | undefined;
  private readonly claimItem = (): void => {
    this.claimAlternatives ??= [
      { ALT: () => this.add(this.SUBRULE(this.clause)) },
      { ALT: () => this.add(this.SUBRULE(this.figure)) },
      { ALT: () => this.add(this.SUBRULE(this.period)) },
      { ALT: () => this.word(this.CONSUME(t.Separator), 'separator') },
      { ALT: () => this.word(this.CONSUME(t.Text), 'text') },
      { ALT: () => this.word(this.CONSUME(t.Quoted), 'quoted') },
      { ALT: () => this.word(this.CONSUME(t.InStep), 'inStep') },
      { ALT: () => this.word(this.CONSUME(t.AllOrNone), 'allOrNone') },
      { ALT: () => this.word(this.CONSUME(t.PartsWord), 'parts') },
      { ALT: () => this.word(this.CONSUME(t.Nothing), 'nothing') },
      { ALT: () => this.word(this.CONSUME(t.Bracket), 'bracket') },
      { ALT: () => this.word(this.CONSUME(t.Star), 'star') },
      { ALT: () => this.word(this.CONSUME(t.QuoteMark), 'quoteMark') },
      // Tokens that make sense only behind others: kept as words, so that nothing is lost.
      { ALT: () => this.word(this.CONSUME(t.Hedge), 'text') },
      { ALT: () => this.word(this.CONSUME(t.UnitToken), 'text') },
      { ALT: () => this.word(this.CONSUME(t.RangeDash), 'text') },
      { ALT: () => this.word(this.CONSUME(t.RatioColon), 'text') },
    ];
    this.OR(this.claimAlternatives);
  };

  private add(item: ClaimItem): void {
    this.items.push(item);
  }

  /** An item that is a single token. */
  private word(token: IToken, kind: WordKind): void {
    if (this.RECORDING_PHASE) return;
    const { startOffset: start, image } = token;
    const end = start + image.length;
    switch (kind) {
      case 'quoteMark':
        this.problem('quote-not-closed', start, end);
        pushText(this.items, token);
        return;
      case 'text':
        pushText(this.items, token);
        return;
      case 'separator':
        this.items.push({ kind, start, end, text: image });
        return;
      case 'quoted':
        this.items.push({ kind: 'qualitative', start, end, text: image.slice(1, -1) });
        return;
      case 'inStep':
        this.items.push({ kind: 'qualitative', start, end, text: image });
        return;
      case 'allOrNone':
        this.items.push({
          kind,
          start,
          end,
          all: (token.payload as PhraseRow).kind === 'all',
          text: image,
        });
        return;
      case 'bracket':
        this.items.push({ kind, start, end, open: /[〔[［]/.test(image) });
        return;
      default:
        this.items.push({ kind, start, end });
    }
  }

  private period = this.RULE('period', (): PeriodItem => {
    const token = this.CONSUME(t.Period);
    return this.ACTION(() => {
      const { period, until, against } = token.payload as PeriodMatch;
      return {
        kind: 'period',
        start: token.startOffset,
        end: endOf(token),
        period,
        until,
        against,
      };
    });
  });

  /** Words that lead up to a figure, then the figure, if there is one, and its hedges. */
  private clause = this.RULE('clause', (): ClaimItem => {
    this.modifiers = [];
    this.quantityRead = undefined;
    this.fixed = undefined;
    this.suffixes = noModifiers;
    this.AT_LEAST_ONE(this.modifier);
    this.OPTION(this.whatIsSaid);
    this.MANY(this.hedgeBehindFigure);
    return this.finish();
  });

  /** A figure with nothing before it. */
  private figure = this.RULE('figure', (): ClaimItem => {
    this.modifiers = noModifiers;
    this.quantityRead = undefined;
    this.fixed = undefined;
    this.suffixes = noModifiers;
    this.whatIsSaid();
    this.MANY(this.hedgeBehindFigure);
    return this.finish();
  });

  private finish(): ClaimItem {
    return this.RECORDING_PHASE
      ? { kind: 'nothing', start: 0, end: 0 }
      : finishClause(this.modifiers, this.quantityRead, this.suffixes, this.fixed);
  }

  private modifierAlternatives: IOrAlt<void>[] | undefined;
  private readonly modifier = (): void => {
    this.modifierAlternatives ??= [
      { ALT: () => this.lead(this.CONSUME(t.ModifierWord)) },
      { ALT: () => this.SUBRULE(this.comparison) },
      { ALT: () => this.SUBRULE(this.share) },
    ];
    this.OR(this.modifierAlternatives);
  };

  private lead(token: IToken): void {
    if (!this.RECORDING_PHASE) this.modifiers.push(modifierOf(token));
  }

  private saidAlternatives: IOrAlt<void>[] | undefined;
  private readonly whatIsSaid = (): void => {
    this.saidAlternatives ??= [
      { ALT: () => this.SUBRULE(this.quantity) },
      { ALT: () => this.fix(this.CONSUME(t.Rank)) },
      { ALT: () => this.fix(this.CONSUME(t.Doubling)) },
    ];
    this.OR1(this.saidAlternatives);
  };

  private fix(token: IToken): void {
    this.fixed = token;
  }

  /** A hedge directly behind the figure; behind a mere word it is a word itself. */
  private readonly hedgeBehindFigure = {
    GATE: (): boolean => this.quantityRead !== undefined,
    DEF: (): void => {
      const token = this.CONSUME(t.Hedge);
      if (!this.RECORDING_PHASE) this.suffixes = [...this.suffixes, modifierOf(token)];
    },
  };

  /** 比2020年, 由2020年的, 是2015年的: what is compared with, and its period. */
  private comparison = this.RULE('comparison', (): void => {
    const token = this.OR([
      { ALT: () => this.CONSUME(t.Base) },
      { ALT: () => this.CONSUME(t.From) },
      { ALT: () => this.CONSUME(t.TimesOf) },
    ]);
    const period = this.OPTION(() => this.SUBRULE(this.period));
    this.ACTION(() => {
      const word = modifierOf(token);
      // 由2020年的73.9%提高到: A and its year; “up 20% from last year”: a base.
      this.modifiers.push(period ? { ...word, end: period.end, period } : word);
    });
  });

  /** 占财政收入的: the words up to the figure are the whole. */
  private share = this.RULE('share', (): void => {
    this.shareStart = this.CONSUME(t.Share);
    this.wholeWords = [];
    this.MANY(this.shareWords);
    this.ACTION(() => {
      if (!this.shareStart) return;
      const word = modifierOf(this.shareStart);
      const [first] = this.wholeWords;
      const last = this.wholeWords[this.wholeWords.length - 1];
      if (!first) {
        this.modifiers.push(word);
        return;
      }
      const start = first.startOffset;
      const end = endOf(last);
      this.modifiers.push({ ...word, end, of: trimmed(this.text.slice(start, end), start) });
    });
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

  private quantity = this.RULE('quantity', (): void => {
    this.high = undefined;
    this.ratio = undefined;
    this.OR(this.amountAlternatives());
    const amount = this.amountRead;
    this.OPTION1(this.rangeOrRatio);
    if (this.RECORDING_PHASE || !amount) return;
    this.quantityRead = {
      start: amount.start,
      end: this.highEnd() ?? this.ratioEnd(amount),
      amount,
      ...(this.high ? { high: this.high } : {}),
      ...(this.ratio ? { ratio: this.ratio } : {}),
    };
  });

  private highEnd(): number | undefined {
    return this.high?.end;
  }

  private lastRatioEnd = 0;
  private ratioEnd(amount: Amount): number {
    return this.ratio ? this.lastRatioEnd : amount.end;
  }

  private amountChoices: IOrAlt<void>[] | undefined;
  private amountAlternatives(): IOrAlt<void>[] {
    this.amountChoices ??= [
      {
        ALT: () => {
          const figure = this.CONSUME(t.FigureToken);
          const unit = this.OPTION(this.unit);
          this.amountRead = this.RECORDING_PHASE ? undefined : amountOf(figure, unit);
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.BareUnit);
          this.amountRead = this.RECORDING_PHASE ? undefined : missingAmount(token);
        },
      },
    ];
    return this.amountChoices;
  }
  private readonly unit = (): IToken => this.CONSUME(t.UnitToken);

  /** A dash or a colon is part of the figure only where another number follows: **——2015年 has none. */
  private readonly goesOn = (): boolean => {
    const next = this.LA(2);
    return this.LA(1).tokenType === t.RatioColon
      ? next.tokenType === t.NumberToken
      : tokenMatcher(next, t.FigureToken) || next.tokenType === t.BareUnit;
  };
  private rangeAlternatives: IOrAlt<void>[] | undefined;
  private readonly rangeOrRatioPart = (): void => {
    this.rangeAlternatives ??= [
      {
        ALT: () => {
          this.CONSUME(t.RangeDash);
          this.high = this.SUBRULE(this.amount);
        },
      },
      {
        ALT: () => {
          this.ratio = [this.amountRead?.number ?? ''];
          this.AT_LEAST_ONE(this.ratioPart);
        },
      },
    ];
    this.OR1(this.rangeAlternatives);
  };
  private readonly rangeOrRatio = { GATE: this.goesOn, DEF: this.rangeOrRatioPart };
  private readonly ratioPart = (): void => {
    this.CONSUME(t.RatioColon);
    const next = this.CONSUME(t.NumberToken);
    if (this.RECORDING_PHASE) return;
    this.ratio?.push(halfWidth(next.image));
    this.lastRatioEnd = endOf(next);
  };

  /** The upper end of a range. */
  private amount = this.RULE('amount', (): Amount | undefined => {
    this.OR(this.amountAlternatives());
    return this.amountRead;
  });

  // ------------------------------------------------------------ formulas

  formula = this.RULE('formula', (): Expression | undefined => {
    const expression = this.OPTION(() => this.SUBRULE(this.sum));
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

/** Items of claims that are one token each. */
type WordKind =
  | 'separator'
  | 'text'
  | 'quoted'
  | 'inStep'
  | 'allOrNone'
  | 'parts'
  | 'nothing'
  | 'bracket'
  | 'star'
  | 'quoteMark';

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

/** Words of a name may look like the head of a claim: 新增就业, 年均… */
function leadsName(item: ClaimItem): boolean {
  return (
    item.kind === 'clause' &&
    item.quantity === undefined &&
    item.modifiers.every((m) => m.kind === 'flow')
  );
}

function pushText(items: ClaimItem[], token: IToken): void {
  const last = items[items.length - 1];
  const end = endOf(token);
  if (last?.kind === 'text' && last.end === token.startOffset) {
    items[items.length - 1] = {
      kind: 'text',
      start: last.start,
      end,
      text: last.text + token.image,
    } satisfies TextItem;
  } else {
    items.push({ kind: 'text', start: token.startOffset, end, text: token.image });
  }
}

function modifierOf(token: IToken): Modifier {
  const row = token.payload as PhraseRow | undefined;
  const isPhrase = row !== undefined && 'kind' in row;
  return {
    // TimesOf has no row of its own: 是2015年的1.7倍 compares.
    kind:
      isPhrase && row.kind !== 'suffix'
        ? (row.kind as Modifier['kind'])
        : isPhrase
          ? 'comparator'
          : 'base',
    id: isPhrase ? row.id : 'timesOf',
    text: token.image,
    start: token.startOffset,
    end: endOf(token),
  };
}

function amountOf(figure: IToken, unitToken: IToken | undefined): Amount {
  const unit = unitToken?.payload as t.UnitMatch | undefined;
  const numberStart = figure.startOffset;
  const numberEnd = endOf(figure);
  const masked = tokenMatcher(figure, t.MaskToken);
  const chinese = tokenMatcher(figure, t.ChineseNumber);
  return {
    start: numberStart,
    end: unitToken ? endOf(unitToken) : numberEnd,
    numberStart,
    numberEnd,
    ...(masked
      ? { mask: figure.image }
      : { number: chinese ? figure.image : plainDigits(figure.image) }),
    ...(chinese ? { chinese } : {}),
    ...(unit?.more ? { more: true } : {}),
    unit: unit?.unit ?? '',
  };
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
    mask: '',
    unit,
    ...(more ? { more } : {}),
  };
}

/** Half-width, without thousand separators, an ASCII minus. */
function plainDigits(image: string): string {
  if (/^[0-9.]+$/.test(image)) return image;
  return halfWidth(image).replace(/,/g, '').replace(/−/g, '-');
}

function finishClause(
  modifiers: Modifier[],
  quantity: Quantity | undefined,
  suffixes: Modifier[],
  fixed: IToken | undefined,
): ClaimItem {
  const start = modifiers[0]?.start ?? quantity?.start ?? fixed?.startOffset ?? 0;
  const end =
    suffixes[suffixes.length - 1]?.end ??
    quantity?.end ??
    (fixed ? endOf(fixed) : (modifiers[modifiers.length - 1]?.end ?? start));
  if (fixed && fixed.tokenType === t.Rank) {
    const groups = (fixed.payload ?? {}) as { rank?: string; enRank?: string };
    const rank = groups.rank ?? groups.enRank ?? '1';
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
  return {
    kind: 'clause',
    start,
    end,
    modifiers,
    ...(quantity ? { quantity } : {}),
    suffixes,
  } satisfies Clause;
}

/** The stretch without the white space around it. */
export function trimmed(text: string, start: number): Word {
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
const noProblems: readonly SyntaxProblem[] = [];

export interface ParsedStatement {
  readonly statement: Statement;
  readonly problems: readonly SyntaxProblem[];
}

/** Parses one line (without its terminator). Total: any text gives a statement. */
export function parseStatement(text: string): ParsedStatement {
  // Two lines in five are plain prose: their first character says so, and they are their own tree.
  const start = t.proseStart(text);
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
