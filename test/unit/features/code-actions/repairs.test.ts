import { describe, expect, test } from 'vitest';
import { rules } from '../../../../server/src/rules/index.ts';
import { PlanDocument } from '../../../../server/src/workspace/document.ts';
import { samples, seeds } from '../../../kit/data.ts';
import { Random } from '../../../kit/random.ts';
import { randomPlan } from '../../../kit/random-plan.ts';
import { withoutMarks } from '../../rules/fixtures.ts';
import { englishReader } from '../fixture.ts';
import { afterAction, checkChosen, checkNotOffered, offeredAt } from './chosen.ts';

const shown = (marked: string) =>
  offeredAt(marked).map(({ title, kind, preferred }) => `${kind} ${title}${preferred ? '!' : ''}`);

describe('repairs', () => {
  test('the only one is preferred, and silencing comes last', () => {
    expect(shown('目标 国民生产总值$0达3亿元\n')).toEqual([
      'quickfix 补上冒号!',
      'quickfix 这一行是正文（行首加“\\”）',
      'quickfix 在这一行忽略“target-colon-missing”，并写明理由',
      'source.fixAll.planwright 改好全文的标点、空格等写法（不动数字）',
    ]);
  });

  test('of several none is', () => {
    const wrong = '期间：2021—2025年\n目标 税收：$0380万元，比2020年增80万元，增长50%\n';
    const offered = offeredAt(`规划：甲\n${wrong}`).filter(({ finding }) => finding);
    const ofFigures = offered.filter(({ finding }) => finding?.rule.startsWith('arithmetic'));
    expect(ofFigures.length).toBeGreaterThan(2);
    expect(ofFigures.filter(({ preferred }) => preferred)).toEqual([]);
  });

  test('all of one kind are made at once', () => {
    const { finding } = checkChosen(
      '目标 甲$0达3个\n目标 乙达4个\n目标 丙：5个\n',
      '改好全文的“名称后面缺少冒号”（2处）',
      '目标 甲：达3个\n目标 乙：达4个\n目标 丙：5个\n',
    );
    expect(finding?.rule).toBe('target-colon-missing');
  });

  test('figures are never changed many at a time', () => {
    checkNotOffered(
      '规划：甲\n期间：2021年\n目标 甲：达1.5亿元—1亿元$0\n目标 乙：达1.5亿元—1亿元\n',
      /^改好全文/,
    );
  });
});

describe('silencing', () => {
  test('the reason can be written over', () => {
    const action = checkChosen(
      '目标 国民生产总值$0达3亿元',
      '在这一行忽略“target-colon-missing”，并写明理由',
      '// 忽略 target-colon-missing：经核实无误\n目标 国民生产总值达3亿元',
    );
    const [{ newText, placeholder }] = action.edits();
    expect(newText.slice(placeholder?.start, placeholder?.end)).toBe('经核实无误');
  });

  test('an English document is silenced in English, with its own line ends', () => {
    checkChosen(
      'plan: A\r\ntarget Tax$0 more than 3 million yuan',
      'Ignore “target-colon-missing” on this line, and say why',
      'plan: A\r\n// ignore target-colon-missing: checked and found right\r\ntarget Tax more than 3 million yuan',
      englishReader,
    );
  });

  test('a line that cannot be read is not silenced', () => {
    checkNotOffered('目标 税收$0：\n', /忽略/);
  });
});

describe('prose', () => {
  test('a line that was taken for a statement', () => {
    checkChosen('　目标 税收$0\n', '这一行是正文（行首加“\\”）', '　\\目标 税收\n');
  });
  test('and back', () => {
    checkChosen('\\目标 税收$0：3万元\n', '这一行不是正文（去掉行首的“\\”）', '目标 税收：3万元\n');
    checkNotOffered('\\一句话$0。\n', /正文/);
  });
  test('prose and comments are offered nothing', () => {
    checkNotOffered('一句话$0。\n', /正文/);
    checkNotOffered('// 说明$0\n', /正文/);
  });
});

describe('repairing the whole document', () => {
  const fixedAll = (text: string): string => {
    const all = offeredAt(text).find(({ kind }) => kind === 'source.fixAll.planwright');
    return all ? afterAction(all, text) : text;
  };

  test('all that is safe, and nothing else', () => {
    expect(fixedAll('全镇平稳,投资增长８%.\n目标 税收达380万元\n一句话。\n')).toBe(
      '全镇平稳，投资增长8%.\n目标 税收：达380万元\n一句话。\n',
    );
  });

  function expectSettled(text: string): void {
    const once = fixedAll(text);
    expect(fixedAll(once)).toBe(once);
    expect(figures(once)).toEqual(figures(text));
  }

  /** The figures that a document tells, in order. */
  function figures(text: string): unknown {
    const { model } = PlanDocument.open('', text);
    return [...model.tree.lines].flatMap((line) =>
      model.claimsOf(line).map(({ value, low, high }) => [value, low, high]),
    );
  }

  test.each(rules.filter(({ examples }) => examples.wrong.length > 0))(
    'once is enough, and no figure changes: $name',
    ({ examples }) => {
      for (const example of examples.wrong) expectSettled(withoutMarks(example));
    },
  );

  test.each([...samples, ...seeds])('once is enough: $name', ({ text }) => {
    const once = fixedAll(text);
    expect(fixedAll(once)).toBe(once);
  });

  test('once is enough for random documents', () => {
    const random = new Random(411);
    const sources = samples.map(({ text }) => text);
    for (let count = 0; count < 40; count++) {
      const text = randomPlan(sources, random);
      const once = fixedAll(text);
      expect(fixedAll(once)).toBe(once);
    }
  });
});
