/** The form of a line: what the grammar expected and did not find. */
import type { Message } from '../../model/types.ts';
import { parseFormula } from '../../syntax/parser.ts';
import type { Line, SyntaxProblem, SyntaxProblemId } from '../../syntax/tree.ts';
import type { Finding, Fix, LineRule } from '../rule.ts';
import { either, hasProblems, isFormula, isIncomplete } from '../signals.ts';
import { removeLine, replace } from '../text.ts';

/** What a writer has not come to yet, who is still typing or has just pasted something. */
const incomplete: ReadonlySet<SyntaxProblemId> = new Set([
  'claim-missing',
  'title-missing',
  'names-missing',
  'value-missing',
]);

const messages: Readonly<
  Record<Exclude<SyntaxProblemId, 'colon-missing'>, (words: readonly string[]) => Message>
> = {
  'name-missing': ([keyword]) => ({
    zh: `“${keyword}”后面缺少指标名称。应写成“${keyword} 名称：数值”。`,
    en: `The name of the indicator is missing behind “${keyword}”. Write “${keyword} name: figure”.`,
  }),
  'claim-missing': ([name]) => ({
    zh: `“${name}”还没有写要达到或已经达到多少。在名称和冒号后面写上数值，如“达3亿元”。`,
    en: `“${name}” does not say how much yet. Write the figure behind the name and a colon, such as “at least 3 million yuan”.`,
  }),
  'words-not-understood': ([words]) => ({
    zh: `“${words}”没有被当作数值读懂，不参加核对。`,
    en: `“${words}” could not be read as part of a figure and takes no part in the checks.`,
  }),
  'quote-not-closed': () => ({
    zh: '引号只有一半。补上另一半，或删去这一半。',
    en: 'This quotation mark has no counterpart. Add the other one, or remove this one.',
  }),
  'unit-not-closed': () => ({
    zh: '括号没有右半边，单位没有读到。应写成“名称（单位）”。',
    en: 'The parenthesis is not closed, so the unit was not read. Write “name (unit)”.',
  }),
  'title-missing': ([keyword]) => ({
    zh: `“${keyword}”后面还没有标题。`,
    en: `There is no title behind “${keyword}” yet.`,
  }),
  'path-missing': () => ({
    zh: '没有写引用哪个文件。应写成“引用 ./文件名.plan”。',
    en: 'It does not say which file to include. Write “include ./file.plan”.',
  }),
  'value-missing': ([keyword]) => ({
    zh: `“${keyword}”后面还没有内容。`,
    en: `Nothing stands behind “${keyword}” yet.`,
  }),
  'names-missing': () => ({
    zh: '还没有写画哪些指标。应写成“图 指标一、指标二”。',
    en: 'It does not say which indicators to draw yet. Write “chart name, name”.',
  }),
  'rule-missing': () => ({
    zh: '没有写忽略哪一条检查。应写成“// 忽略 检查名：理由”。',
    en: 'It does not say which check to ignore. Write “// ignore name-of-check: reason”.',
  }),
  'reference-not-closed': () => ({
    zh: '花括号没有右半边，取不到数。应写成“{指标名@年份}”。',
    en: 'The brace is not closed, so no figure can be fetched. Write “{name@year}”.',
  }),
  'reference-empty': () => ({
    zh: '花括号里没有指标名。应写成“{指标名@年份}”。',
    en: 'There is no name in the braces. Write “{name@year}”.',
  }),
  'expression-wrong': ([words]) => ({
    zh: `算式在“${words || '末尾'}”处读不懂。算式由指标名、数和加减乘除组成，如“A + B”或“A / B”。`,
    en: `The formula cannot be read at “${words || 'its end'}”. It is made of names and numbers with + − × ÷, such as “A + B” or “A / B”.`,
  }),
  'expression-too-deep': () => ({
    zh: '算式的括号套得太深。把中间的部分写成一个指标，再引用它。',
    en: 'The parentheses of the formula go too deep. Make an indicator of the inner part and name it here.',
  }),
};

function findingOf(line: Line, problem: SyntaxProblem): Finding | undefined {
  // Has a check and a repair of its own.
  if (problem.id === 'colon-missing') return undefined;
  const fixes = fixesOf(line, problem);
  return {
    line,
    start: problem.start,
    end: problem.end,
    message: messages[problem.id](problem.words ?? []),
    ...(incomplete.has(problem.id) || isOnlyBegun(line, problem) ? { tier: 'warning' } : {}),
    fixes,
  };
}

/** 目标： with nothing behind it, or with a list below. */
function isOnlyBegun({ text }: Line, { id, end }: SyntaxProblem): boolean {
  return id === 'name-missing' && !/[^\s：:]/.test(text.slice(end));
}

function fixesOf(line: Line, { id, start, end }: SyntaxProblem): Fix[] {
  switch (id) {
    case 'unit-not-closed': {
      const close = line.text[start] === '(' ? ')' : '）';
      return [insertion(line, end, close)];
    }
    case 'reference-not-closed': {
      const close = line.text[start] === '｛' ? '｝' : '}';
      const word = /^[^\s，,。；;：:、（）()]+/.exec(line.text.slice(start + 1));
      return word ? [insertion(line, start + 1 + word[0].length, close)] : [];
    }
    case 'quote-not-closed':
      return quoteFixes(line, start, end);
    case 'reference-empty':
      return [removal(line, start, end)];
    case 'rule-missing':
    case 'value-missing':
      return [{ ...removeLine(line, { zh: '删去这一行', en: 'Remove this line' }), unsure: true }];
    default:
      return [];
  }
}

/** The other half at the end, or neither. */
function quoteFixes(line: Line, start: number, end: number): Fix[] {
  const others: Readonly<Record<string, string>> = { '“': '”', '「': '」', '"': '"' };
  const other = others[line.text.slice(start, end)];
  const atEnd = line.text.trimEnd().length;
  return [...(other ? [insertion(line, atEnd, other)] : []), removal(line, start, end)];
}

function removal(line: Line, start: number, end: number): Fix {
  return replace({ line, start, end }, '', {
    zh: `删去“${line.text.slice(start, end)}”`,
    en: `Remove “${line.text.slice(start, end)}”`,
  });
}

function insertion(line: Line, at: number, text: string): Fix {
  return {
    title: { zh: `补上“${text}”`, en: `Add “${text}”` },
    edits: [{ line, start: at, end: at, newText: text }],
  };
}

/** What the grammar of a single line cannot know, or leaves to whoever reads the value. */
function furtherProblems(line: Line): readonly SyntaxProblem[] {
  const { statement } = line;
  if (statement.kind === 'value' && statement.claims.length === 0) {
    const { start, end } = statement.period;
    return [{ id: 'value-missing', start, end, words: [line.text.slice(start, end)] }];
  }
  if (statement.kind !== 'field') return none;
  const { keyword, value, row } = statement;
  if (!value) {
    return [{ id: 'value-missing', start: keyword.start, end: keyword.end, words: [keyword.text] }];
  }
  if (row.value !== 'expression') return none;
  return parseFormula(value.text).problems.map((problem) => ({
    ...problem,
    start: problem.start + value.start,
    end: problem.end + value.start,
  }));
}

const none: readonly SyntaxProblem[] = [];

const rule: LineRule = {
  name: 'syntax',
  tier: 'error',
  scope: 'line',
  waitsFor: either(hasProblems, isIncomplete, isFormula),
  title: { zh: '写法不完整', en: 'The form of a line' },
  description: {
    zh: '一行的写法缺了什么或多了什么，如没有名称、括号和花括号没有右半边。这一行能读懂的部分照常使用，别的行不受影响。还没有写完的地方只给警告。若这一行本来就是一句话，在行首加“\\”。',
    en: 'Something is missing from the form of a line, or too much: no name or a parenthesis or brace that is not closed. What could be read of the line is used, and other lines are not affected. What is only unfinished is a warning. If the line was meant as a sentence, put “\\” in front of it.',
  },
  examples: {
    wrong: [
      '⟦目标⟧ ：达3亿元',
      '⟦目标 粮食产量⟧：',
      '指标 地区生产总值⟦（亿元⟧',
      '到2025年达到⟦{⟧国民生产总值，比上年有所增长。',
      '全镇达到⟦{}⟧。',
      '⟦// 忽略⟧',
      '指标 粮食产量（吨）\n构成：⟦+⟧ 甲村产量',
      '举措 改造水厂\n⟦责任⟧：',
    ],
    right: [
      '目标 粮食产量：达5000吨',
      '目标明确，措施有力。',
      '目标：到2026年底，全镇粮食产量达到5000吨。\n目标：建成宜居小镇，财政收入达到500万元。',
      '这一段写在正文里。\n责任：',
      '表 产量\n| 指标 | 2025年 |\n| --- | --- |\n| 粮食产量（吨） | 5000 |',
    ],
  },
  check(line, model, report) {
    const inPlace = line.kind === line.statement.kind;
    for (const problem of line.problems) {
      // A field far from its owner is prose, but references are read in prose as well.
      if (!inPlace && !problem.id.startsWith('reference-')) continue;
      // A figure that could not be read is told by the check for that, and is what is missing.
      if (
        problem.id === 'claim-missing' &&
        (model.unreadOf(line).length > 0 || model.claimsOf(line).length > 0)
      )
        continue;
      const finding = findingOf(line, problem);
      if (finding) report(finding);
    }
    if (!inPlace) return;
    for (const problem of furtherProblems(line)) {
      const finding = findingOf(line, problem);
      if (finding) report(finding);
    }
  },
};

export default rule;
