import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlanModel } from '../../../server/src/model/model.ts';
import { type CheckedFinding, Checker } from '../../../server/src/rules/checker.ts';
import { rules } from '../../../server/src/rules/index.ts';
import type { LineRule, Rule } from '../../../server/src/rules/rule.ts';
import { always } from '../../../server/src/rules/signals.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { checked } from './fixtures.ts';

/** What was found, in plain data. */
function told(findings: readonly CheckedFinding[], tree: PlanTree): unknown[] {
  return findings.map(({ line, start, end, rule, tier, message, related = [], fixes = [] }) => ({
    at: [tree.lines.indexOf(line), start, end],
    rule,
    tier,
    message,
    related: related.map((place) => [
      tree.lines.indexOf(place.line),
      place.start,
      place.end,
      place.message,
    ]),
    fixes: fixes.map(({ title, edits }) => [
      title,
      edits.map((edit) => [tree.lines.indexOf(edit.line), edit.start, edit.end, edit.newText]),
    ]),
  }));
}

function named(text: string, ...names: string[]): string[] {
  const { checker, tree } = checked(text);
  return checker
    .findings()
    .filter(({ rule }) => names.length === 0 || names.includes(rule))
    .map(({ line, rule, tier }) => `${tree.lines.indexOf(line) + 1} ${tier} ${rule}`);
}

interface Edit {
  readonly from: readonly [line: number, character: number];
  readonly to: readonly [line: number, character: number];
  readonly text: string;
}

/** Applies edits one after the other; each time the findings are those of a fresh checker. */
function expectSameAfter(text: string, edits: readonly Edit[]): CheckedFinding[][] {
  const tree = PlanTree.parse(text);
  const model = PlanModel.of(tree);
  const checker = new Checker(model);
  return edits.map(({ from, to, text: newText }) => {
    const range = {
      start: { line: from[0], character: from[1] },
      end: { line: to[0], character: to[1] },
    };
    checker.update(model.update(tree.edit({ range, text: newText })));
    const freshTree = PlanTree.parse(tree.text());
    const fresh = new Checker(PlanModel.of(freshTree));
    expect(checker.internal).toEqual([]);
    expect(told(checker.findings(), tree)).toEqual(told(fresh.findings(), freshTree));
    return [...checker.findings()];
  });
}

describe('after an edit', () => {
  // Lines that mean different things in different company.
  const pool = [
    '规划：青禾镇发展规划',
    '期间：2021—2025年',
    '期间：2021年',
    '基期：2020年',
    '',
    '# 发展目标',
    '一、经济',
    '二、社会',
    '五、保障',
    '（一）农业',
    '（三）工业',
    '13.21世纪议程',
    '举措 修路',
    '责任：交通办',
    '责任：农办',
    '时限：2026年底前',
    '一是修路。',
    '三是通水；一是清淤；三是建泵站。',
    '指标 粮食产量（万吨）',
    '指标 粮食产量（亩）',
    '别名：粮产、油料产量',
    '构成：稻谷产量 + 小麦产量',
    '2020年：4.0万吨',
    '目标 粮食产量：达5.0万吨，比2020年增0.5万吨',
    '目标 粮食产量：达5.0万吨，比2020年增0.5万吨',
    '目标 粮食产量：到2027年达6亩',
    '目标 油料产量：达300',
    '目标 稻谷产量达3万吨',
    '实绩 粮食产量：xx万吨',
    '到2025年达{粮食产量@2025}，比{粮产@2020}增{油料产量.增速}。',
    '// 忽略 placeholder-x：待填',
    '// 忽略 标题序号不连续：原件如此',
    '// 忽略 没有的检查：试',
    '全镇xx年完成投资达亿元，增长%，争取2400万资金。',
    '表 主要指标',
    '| 指标 | 2020年 | 2026年 |',
    '| --- | --- | --- |',
    '| 粮食产量（万吨） | 4.0 | 5—3 |',
    '| 油料产量（元） | x | 5 |',
    '图 粮食产量、棉花产量',
    '注：单位为万吨。',
    '总结：不是标题行',
    '| 孤行 |',
    '今年以来全镇各村的农业生产稳步推进。农业产业结构调整的步伐进一步明显加快，积极',
    '调整种植结构，组织村干部外出考察。',
    '2024年工作总结',
    '2024年，全镇实现产值5亿元，做好新农合征缴',
    '2030年工作目标和任务',
    '1、修路,通水(含管网)',
    '到２０２５年引进3-5项、建成2—3个。',
    '打赢脱贫攻坚战，国民生产总值达3亿元，镇域生产总值达4亿元',
  ];
  const lineText = fc.constantFrom(...pool);
  // Fields and rows mean something only below their owners.
  const block = fc.constantFrom(
    '举措 修路\n责任：交通办\n责任：农办\n时限：2026年',
    '指标 粮食产量（万吨）\n别名：粮产\n别名：油料产量\n2020年：4.0万吨',
    '表 主要指标\n| 指标 | 2020年 | 2026年 |\n| --- | --- | --- |\n| 粮食产量（万吨） | 4.0 | 5.0 |',
    '12.粮食\n13.21世纪\n14.工业',
  );
  const piece = fc.oneof({ weight: 3, arbitrary: lineText }, { weight: 1, arbitrary: block });
  const documentText = fc
    .array(piece, { minLength: 1, maxLength: 30 })
    .map((lines) => lines.join('\n'));
  const edit = fc
    .record({
      line: fc.nat({ max: 40 }),
      count: fc.nat({ max: 3 }),
      characters: fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })),
      text: fc.oneof(
        fc.constantFrom('', ' ', '\n', '\n\n', '：', '5', '元', '{', '|', '\\', '年', 'x'),
        piece.map((lines) => `${lines}\n`),
      ),
      whole: fc.boolean(),
    })
    .map(({ line, count, characters, text, whole }): Edit => {
      const [a, b] = whole ? [0, 0] : characters;
      return { from: [line, a], to: [line + count, count === 0 ? Math.max(a, b) : b], text };
    });

  test('the findings are those of a fresh checker', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(documentText, fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) => {
        expectSameAfter(text, edits);
      }),
      { numRuns: 300 },
    );
  });

  const lastOf = (text: string, ...edits: Edit[]): string[] =>
    (expectSameAfter(text, edits).at(-1) ?? []).map(({ rule }) => rule);

  test('a field that is no longer repeated is no longer told of', () => {
    const text = '举措 修路\n责任：交通办\n\\正文\n责任：农办';
    expect(lastOf(text, { from: [3, 5], to: [3, 5], text: '办' })).toEqual(['field-repeated']);
    expect(lastOf(text, { from: [1, 0], to: [1, 2], text: '配合' })).toEqual([]);
    expect(lastOf(text, { from: [1, 0], to: [2, 0], text: '' })).toEqual([]);
    expect(lastOf(text, { from: [2, 0], to: [2, 3], text: '' })).toEqual(['field-apart']);
    expect(lastOf(text, { from: [3, 0], to: [3, 0], text: '\\' })).toEqual([]);
  });

  test('a line of another kind that a document rule reads counts as well', () => {
    const text = '12.粮食\n13.21世纪\n14.工业';
    const removed = lastOf(text, { from: [1, 0], to: [1, 5], text: '' });
    expect(removed.filter((name) => name === 'heading-sequence')).toHaveLength(2);
    const changed = lastOf(text, { from: [1, 1], to: [1, 2], text: '4' });
    expect(changed.filter((name) => name === 'heading-sequence')).toHaveLength(2);
  });

  test('a reference is read again when its indicator comes, changes or goes', () => {
    const text = '到2025年达{粮产@2025}。\n';
    const declare: Edit = { from: [1, 0], to: [1, 0], text: '指标 粮食产量（吨）\n别名：粮产\n' };
    expect(lastOf(text, { from: [0, 0], to: [0, 0], text: ' ' })).toEqual(['unknown-reference']);
    expect(lastOf(text, declare)).toEqual(['reference-no-value']);
    const value: Edit = { from: [3, 0], to: [3, 0], text: '2025年：5吨\n' };
    expect(lastOf(text, declare, value)).toEqual([]);
    const rename: Edit = { from: [2, 3], to: [2, 5], text: '粮' };
    expect(lastOf(text, declare, value, rename)).toEqual(['unknown-reference']);
  });

  test('a table’s years are read again when its header row changes', () => {
    const text =
      '规划：发展规划\n期间：2021—2025年\n\n表 指标\n| 指标 | 2025年 |\n| --- | --- |\n| 产量（吨） | 5 |';
    expect(lastOf(text, { from: [4, 10], to: [4, 11], text: '7' })).toEqual(['year-outside-plan']);
    expect(lastOf(text, { from: [4, 0], to: [5, 0], text: '' })).toEqual([]);
  });

  test('asks the line rules only of lines that it touched', () => {
    const asked: string[] = [];
    const spy: LineRule = {
      ...(rules.find(({ name }) => name === 'placeholder-x') as LineRule),
      waitsFor: always,
      check: (line) => void asked.push(line.text),
    };
    const { tree, model, checker } = checked('举措 修路\n责任：交通办\n第三行\n\n第五行', [spy]);
    checker.findings();
    asked.length = 0;
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } };
    checker.update(model.update(tree.edit({ range, text: '今年' })));
    expect(asked).toEqual(['今年第五行']);
  });

  test('a check of the whole document goes on in steps, and starts again when something changes', () => {
    const text = Array.from({ length: 300 }, () => '投资xxx万元。').join('\n');
    const { tree, model, checker } = checked(text);
    let steps = 0;
    expect(checker.advance(() => ++steps < 2)).toBe(false);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    checker.update(model.update(tree.edit({ range, text: '今年' })));
    expect(checker.advance(() => true)).toBe(true);
    expect(checker.findings().filter(({ rule }) => rule === 'placeholder-x')).toHaveLength(300);
  });
});

describe('silencing', () => {
  const silenceRules = ['missing-number', 'placeholder-x', 'silence-unused', 'silence-unknown'];

  test('a comment silences one rule on the next line, and only there', () => {
    expect(
      named('// 忽略 missing-number：表里另有\n投资达亿元，xx年\n投资达亿元。', ...silenceRules),
    ).toEqual(['2 error placeholder-x', '3 error missing-number']);
  });

  test('several may be stacked, with other comments between', () => {
    const text =
      '// 忽略 missing-number：另表\n// 待核\n// ignore placeholder-x: template\n投资达亿元，xx年';
    expect(named(text, ...silenceRules)).toEqual([]);
  });

  test('the title of a rule is as good as its name, in any script and width', () => {
    expect(named('// 忽略 漏了数字：另表\n投资达亿元，', ...silenceRules)).toEqual([]);
    expect(named('// 忽略 漏了數字\n投资达亿元，', ...silenceRules)).toEqual([]);
    expect(named('// ignore Missing number: in the table\n投资达亿元，', ...silenceRules)).toEqual(
      [],
    );
    expect(named('// ignore ＭISSING_number\n投资达亿元，', ...silenceRules)).toEqual([]);
  });

  test('what needs no silencing is told, and so is a name that nobody knows', () => {
    expect(named('// 忽略 missing-number：无\n投资3亿元。', ...silenceRules)).toEqual([
      '1 warning silence-unused',
    ]);
    expect(named('// 忽略 missing-numbr：无\n投资达亿元，', ...silenceRules)).toEqual([
      '1 warning silence-unknown',
      '2 error missing-number',
    ]);
    // A line between: nothing is silenced.
    expect(named('// 忽略 missing-number：无\n\n投资达亿元，', ...silenceRules)).toEqual([
      '1 warning silence-unused',
      '3 error missing-number',
    ]);
  });

  test('of a rule that is switched off nothing is said', () => {
    const tree = PlanTree.parse('// 忽略 missing-number：无\n投资达亿元，');
    const checker = new Checker(PlanModel.of(tree), { tiers: { 'missing-number': 'off' } });
    expect(checker.findings()).toEqual([]);
  });
});

describe('tiers', () => {
  const text = '指标 粮食产量（万吨）\n\n指标 粮食产量（万吨）\n\n投资达亿元，';
  const tiersWith = (tiers: Record<string, 'error' | 'warning' | 'hint' | 'off'>): string[] =>
    new Checker(PlanModel.of(PlanTree.parse(text)), { tiers })
      .findings()
      .map(({ rule, tier }) => `${tier} ${rule}`);

  test('a finding may be softer than its rule, never harder', () => {
    expect(tiersWith({})).toEqual(['warning duplicate-declaration', 'error missing-number']);
    expect(tiersWith({ 'duplicate-declaration': 'hint' })).toContain('hint duplicate-declaration');
  });

  test('the user chooses a tier, or none', () => {
    expect(tiersWith({ 'missing-number': 'hint', 'duplicate-declaration': 'off' })).toEqual([
      'hint missing-number',
    ]);
  });
});

describe('a rule that throws', () => {
  const broken: LineRule = {
    ...(rules.find(({ name }) => name === 'missing-number') as LineRule),
    name: 'broken',
    waitsFor: always,
    check(line, _model, report) {
      report({ line, start: 0, end: 1, message: { zh: '半途', en: 'half-way' } });
      if (line.text.includes('亿')) throw new Error('broken');
    },
  };

  test('says nothing in that place, and the others go on', () => {
    const set: readonly Rule[] = [...rules, broken];
    const { checker } = checked('投资达亿元，\n完工。', set);
    expect(checker.findings().map(({ rule }) => rule)).toEqual(['missing-number', 'broken']);
    expect(checker.internal).toHaveLength(1);
    expect(checker.internal[0]).toMatchObject({ rule: 'broken', error: { message: 'broken' } });
  });
});

test('findings come in the order of the document', () => {
  const { checker, tree } = checked(
    '图 棉花产量\n目标 粮食产量：达5亩\n五、保障\n投资达亿元，xx年\n指标 粮食产量（万吨）\n',
  );
  const places = checker
    .findings()
    .map(({ line, start }) => tree.lines.indexOf(line) * 1000 + start);
  expect(places.length).toBeGreaterThan(4);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

describe('in annexes', () => {
  const text =
    '部份项目，投资2—3亿元。\n\n附件1\n\n部份村庄名单\n投资5—3亿元\n\n二、2022年工作目标\n部份项目。';

  test('wording is left alone, and figures are not', () => {
    expect(named(text, 'confusable-word', 'inverted-range')).toEqual([
      '1 hint confusable-word',
      '6 error inverted-range',
      '9 hint confusable-word',
    ]);
  });

  test('it counts where they begin now', () => {
    const [found] = expectSameAfter(text, [{ from: [2, 0], to: [2, 3], text: '' }]);
    expect(found.filter(({ rule }) => rule === 'confusable-word')).toHaveLength(3);
  });
});
