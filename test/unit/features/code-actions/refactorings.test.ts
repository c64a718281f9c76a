import { describe, expect, test } from 'vitest';
import { PlanModel } from '../../../../server/src/model/model.ts';
import { PlanTree } from '../../../../server/src/syntax/document.ts';
import type { Line } from '../../../../server/src/syntax/tree.ts';
import { PlanDocument } from '../../../../server/src/workspace/document.ts';
import { samples } from '../../../kit/data.ts';
import { chineseReader, englishReader } from '../fixture.ts';
import { afterAction, checkChosen, checkNotOffered, offeredAt, offeredOn } from './chosen.ts';

const header = '规划：甲镇规划\n期间：2021—2025年\n基期：2020年\n\n';
const english = 'annual plan: Riverside\nperiod: 2026\n\n';

/** The same with the header above it. */
function check(marked: string, title: string, expected: string, head = header): void {
  const reader = head === english ? englishReader : chineseReader;
  checkChosen(head + marked, title, head + expected, reader);
}

describe('a figure in a sentence', () => {
  test('becomes a line below the paragraph or above it', () => {
    const prose = '到2025年，全镇税收收入突破$0380万元，比上年增80万元。\n';
    const rest = '到2025年，全镇税收收入突破{税收收入@2025}，比上年增80万元。\n';
    const line = '目标 税收收入：突破380万元';
    check(prose, `提取到段后，写成“${line}”`, `${rest}${line}\n`);
    check(prose, `提取到段前，写成“${line}”`, `${line}\n${rest}`);
  });

  test('says the same in a line of its own, whatever bounds it', () => {
    for (const [words, line] of [
      ['粮食产量不低于$0500吨。', '目标 粮食产量：不低于500吨'],
      ['粮食产量达到$0500吨以上。', '目标 粮食产量：不低于500吨'],
      ['粮食产量达到$0500余吨。', '目标 粮食产量：达到500余吨'],
      ['粮食产量保持在$0500吨。', '目标 粮食产量：保持500吨'],
      ['到2024年，粮食产量达到$0500吨。', '实绩 粮食产量：2024年达到500吨'],
      ['到2025年，粮食产量突破$0500吨。', '目标 粮食产量：突破500吨'],
    ]) {
      const titles = offeredAt(header + words).map(({ title }) => title);
      expect(titles, words).toContain(`提取到段后，写成“${line}”`);
    }
  });

  test('refers to the line that says it already', () => {
    check(
      '目标 税收收入：突破380万元\n全镇税收收入突破$0380万元。\n',
      '用引用“{税收收入}”代替这个数',
      '目标 税收收入：突破380万元\n全镇税收收入突破{税收收入}。\n',
    );
  });

  test('is left alone where a reference would stand for another figure, or for none', () => {
    checkNotOffered(`${header}目标 税收收入：400万元\n税收收入突破$0380万元。\n`, /提取|引用/);
    checkNotOffered(`${header}税收收入占$089.7%。\n`, /提取|引用/);
    checkNotOffered(`${header}税收收入年均增长$08%。\n`, /提取|引用/);
  });

  test('comes back in place of its reference', () => {
    check(
      '达到{税收收入$0@2025}。\n目标 税收收入：突破380万元\n',
      '把引用换成它的数“380万元”',
      '达到380万元。\n目标 税收收入：突破380万元\n',
    );
    checkNotOffered(`${header}达到{税收$0收入@2025}。\n`, /引用/);
  });
});

describe('another unit', () => {
  test.each([
    ['3.0$0亿元', '30000万元', '30000万元'],
    ['30000$0万元', '3.0000亿元', '3.0000亿元'],
    ['1.25$0亿元', '12500万元', '12500万元'],
    ['1500$0亩', '100.0公顷', '100.0公顷'],
    ['5000$0亩', '约333.3公顷', '约333.3公顷'],
    ['5000$0亩', '约3.333平方公里', '约3.333平方公里'],
    ['约5000$0亩', '333.3公顷', '约333.3公顷'],
    ['20$0公里', '20000米', '20000米'],
    ['3$0万人', '30000人', '30000人'],
  ])('%s', (figure, unit, expected) => {
    check(`目标 甲：${figure}\n`, `换算为“${unit}”`, `目标 甲：${expected}\n`);
  });

  test('of an increment, exactly or not at all', () => {
    check(
      '目标 甲：3亿元，比基期增0.8$0亿元\n',
      '换算为“8000万元”',
      '目标 甲：3亿元，比基期增8000万元\n',
    );
    checkNotOffered(`${header}目标 甲：5000亩，比基期增800$0亩\n`, /约/);
  });

  test('a bound is not made into about so much', () => {
    checkNotOffered(`${header}目标 甲：不低于5000$0亩\n`, /约/);
  });

  test('is offered for no figure but the one under the cursor, and not between words', () => {
    checkNotOffered(`${header}目标 甲$0甲甲：3亿元\n`, /换算/);
    checkNotOffered(`${header}目标 甲：3$0名\n`, /换算/);
    checkNotOffered(`${header}目标 甲：0.6$0万元/亩\n`, /换算/);
  });

  test('in traditional characters and in English', () => {
    checkChosen(
      '規劃：甲鎮規劃\n期間：2021—2025年\n\n目標 甲：3$0億元\n',
      '换算为“30000萬元”',
      '規劃：甲鎮規劃\n期間：2021—2025年\n\n目標 甲：30000萬元\n',
    );
    check(
      'target A: 5.5$0 million yuan\n',
      'Convert to “5500000 yuan”',
      'target A: 5500000 yuan\n',
      english,
    );
  });
});

describe('targets and tables', () => {
  const lines =
    '目标 税收收入：突破380万元\n目标 人口增长率：控制在3‰以内\n目标 投资：达3亿元，比基期增1亿元\n目标 森林覆盖率：48%\n目标 养老保险：全覆盖\n';
  const table = [
    '表 主要指标',
    '| 指标             | 2025年                  |',
    '| ---------------- | ---------------------- |',
    '| 税收收入（万元） | 突破380                 |',
    '| 人口增长率（‰）  | 控制在3以内             |',
    '| 投资             | 达3亿元，比基期增1亿元  |',
    '| 森林覆盖率（%）  | 48                      |',
    '| 养老保险         | 全覆盖                  |',
    '',
  ].join('\n');

  test('lines that stand together become a table', () => {
    const tree = header + lines.replace('突破', '$0突破');
    const action = offeredAt(tree).find(({ title }) => title === '把这5行改成表格');
    expect(
      action &&
        afterAction(action, header + lines)
          .split('\n')
          .map((line) => line.replace(/ +/g, ' ')),
    ).toEqual((header + table).split('\n').map((line) => line.replace(/ +/g, ' ')));
  });

  test('only those that are selected', () => {
    check(
      '目标 甲：3$0个\n目标 乙：4$0个\n目标 丙：5个\n',
      '把这2行改成表格',
      '表 主要指标\n| 指标     | 2025年 |\n| -------- | ------ |\n| 甲（个） | 3      |\n| 乙（个） | 4      |\n目标 丙：5个\n',
    );
  });

  test('results in a plan say that they are results', () => {
    check(
      '实绩 甲：$03个\n实绩 乙：4个\n',
      '把这2行改成表格',
      '表 主要指标\n| 指标     | 2025年实绩 |\n| -------- | ---------- |\n| 甲（个） | 3          |\n| 乙（个） | 4          |\n',
    );
  });

  test('a table becomes lines', () => {
    check(
      '表 甲$0\n| 指标 | 单位 | 2024年 | 2025年 |\n| --- | --- | --- | --- |\n| 税收收入 | 万元 | 350 | ＞380 |\n| 粮食 | 吨 | — | 500以上 |\n',
      '把这张表改成一行一个目标',
      '目标 税收收入：2024年350万元，2025年＞380万元\n目标 粮食：2025年500吨以上\n',
    );
  });

  test('what cannot be said in lines stays a table', () => {
    checkNotOffered(`${header}表 甲$0\n| 指标 | 2020年 |\n| 粮食（吨） | 60.6* |\n`, /改成/);
    checkNotOffered(`${header}表 甲$0\n| 指标 | 属性 |\n| 粮食（吨） | 约束性 |\n`, /改成/);
  });

  test('there and back every claim is the same', () => {
    let count = 0;
    for (const { plan, text } of openSamples()) {
      let before: Line | undefined;
      for (const line of plan.tree.lines) {
        const goesOn = before?.kind === line.kind;
        before = line;
        if (goesOn) continue;
        const action = offeredOn(plan, line, 0).find(({ title }) => /改成表格$/.test(title));
        if (!action) continue;
        count += 1;
        expect(declared(afterAction(action, text))).toEqual(declared(text));
      }
    }
    expect(count).toBeGreaterThan(3);
  });

  /** All declared figures by indicator. */
  function declared(text: string): unknown {
    const model = PlanModel.of(PlanTree.parse(text));
    return model
      .indicators()
      .flatMap(({ claims }) =>
        claims
          .filter(({ origin }) => origin !== 'prose')
          .map(({ key, role, value, low, high, unit, period }) =>
            JSON.stringify([key, role, value, low, high, unit, period]),
          ),
      )
      .sort();
  }
});

describe('headings', () => {
  const typed = '一、甲\n（一）乙\n1. 丙\n二、丁\n（一）戊。正文。\n';
  const hashed = '# 甲\n## 乙\n### 丙\n# 丁\n（一）戊。正文。\n';
  test('with typed numbers are numbered by themselves, but not where a sentence runs on', () => {
    check(typed.replace('甲', '$0甲'), '全文标题改用“#”，序号自动编排', hashed);
    checkNotOffered(typed.replace('戊', '$0戊'), /标题/);
  });
  test('and get their numbers back', () => {
    check(
      hashed.replace('乙', '$0乙'),
      '全文标题写明序号（一、（一）1.（1））',
      typed.replace('1. 丙', '1.丙'),
    );
  });
  test('of English documents have no typed numbers', () => {
    expect(offeredAt(`${english}# A$0\n`).filter(({ title }) => /标题/.test(title))).toEqual([]);
  });
});

describe('indicators', () => {
  const text =
    '指标 税收$0收入（万元）\n类别：经济\n2020年：300万元\n\n// 说明\n指标 粮食（吨）\n\n目标 粮食：500吨\n';
  const title = '把本文件的2项指标移到共用文件';

  test('move to a file that is included', () => {
    const action = checkChosen(
      header + text,
      title,
      `规划：甲镇规划\n期间：2021—2025年\n基期：2020年\n\n引用 ./指标库.plan\n\n目标 粮食：500吨\n`,
    );
    expect(action.newFile).toEqual({
      name: '指标库.plan',
      text: '指标 税收收入（万元）\n类别：经济\n2020年：300万元\n\n// 说明\n指标 粮食（吨）\n',
    });
  });

  test('stay where they would mean something else', () => {
    checkNotOffered(`${header}指标 税收$0收入（万元）\n上年：300万元\n`, /移到/);
    checkNotOffered(`${header}指标 税收$0收入（万元）\n2025年：380万元\n`, /移到/);
  });
});

test('whatever is offered on a line of a sample can be done', () => {
  for (const { plan, text } of openSamples()) {
    const { lines } = plan.tree;
    for (let index = 0; index < lines.length; index += 3) {
      const line = lines.at(index);
      const offered = offeredOn(plan, line, Math.floor(line.text.length / 2));
      // Headings are all rewritten together, whichever of them is asked about.
      const own = offered.filter(({ title }) => !title.startsWith('全文标题'));
      for (const action of own) expect(afterAction(action, text)).not.toBe(text);
    }
  }
});

function openSamples() {
  return samples.map(({ text }) => ({
    text,
    plan: PlanDocument.open('file:///plans/a.plan', text),
  }));
}
