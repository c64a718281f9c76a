import { describe, expect, test } from 'vitest';
import type { ProblemId } from '../../../server/src/report/tree.ts';
import { plainText, titleText } from '../../../server/src/report/tree.ts';
import { blockOf, freshReport, html } from './fixtures.ts';

describe('header', () => {
  test('gives the title, who issued it and when', () => {
    expect(html('规划：甲\n期间：2021年\n编制单位：乙镇\n日期：2021-03-08')).toBe(
      '<h1 data-line="0">甲</h1>\n<p class="byline" data-line="2">乙镇</p>\n<p class="byline" data-line="3">（2021年3月8日）</p>\n',
    );
  });

  test('keeps a date as typed where it is none, and in English', () => {
    expect(html('规划：甲\n日期：待定')).toContain('（待定）');
    expect(html('plan: A\ndate: 2026-01-20')).toContain(
      '<p class="byline" data-line="1">2026-01-20</p>',
    );
  });

  test('has facts for other outputs', () => {
    const { facts } = freshReport('规划：甲\n期间：2021—2025年\n价格：现价\n上级：./a.plan');
    expect(facts.map(({ id, label, inlines }) => [id, label, plainText(inlines)])).toEqual([
      ['period', '期间', '2021—2025年'],
      ['prices', '价格', '现价'],
    ]);
  });

  test('is missing in plain prose', () => {
    expect(titleText(freshReport('正文。'))).toBe('');
    expect(html('正文。')).toBe('<p data-line="0">正文。</p>\n');
  });
});

describe('headings', () => {
  test('of # are numbered by the official levels', () => {
    const headings = freshReport('# 甲\n## 乙\n### 丙\n#### 丁\n# 戊\n').blocks;
    expect(headings.map((block) => block.kind === 'heading' && block.number)).toEqual([
      '一、',
      '（一）',
      '1.',
      '（1）',
      '二、',
    ]);
  });

  test('keep the number and the mark that were typed', () => {
    expect(html('（三）甲，乙。')).toBe(
      '<h3 data-line="0"><span class="number">（三）</span>甲，乙。</h3>\n',
    );
  });

  test('run into their paragraph', () => {
    expect(html('1.补学位。先补缺口。')).toBe(
      '<div class="run-in" data-line="0"><h4><span class="number">1.</span>补学位。</h4><p>先补缺口。</p></div>\n',
    );
  });
});

describe('prose', () => {
  test('loses the backslash, the list mark and the indentation', () => {
    expect(html('\\一是一。\n　　正文。\n- 甲\n- 乙')).toBe(
      '<p data-line="0">一是一。</p>\n<p data-line="1">正文。</p>\n<ul>\n<li data-line="2">甲</li>\n<li data-line="3">乙</li>\n</ul>\n',
    );
  });

  test('shows what only looks like a statement as it was typed', () => {
    expect(html('正文。\n\n责任：甲\n\n规划：乙\n\n2020年：3亿元')).toBe(
      '<p data-line="0">正文。</p>\n<p data-line="2">责任：甲</p>\n<p data-line="4">规划：乙</p>\n<p data-line="6">2020年：3亿元</p>\n',
    );
  });

  test('leaves out comments, includes and declarations', () => {
    expect(html('// 甲\n引用 ./乙.plan\n指标 丙（个）\n别名：丁\n2020年：3个\n')).toBe('');
  });
});

describe('measures', () => {
  test('tell who answers for them, wherever the fields stand', () => {
    const measure = blockOf(
      '举措 修路\n先修坏的。\n责任：甲办、乙办\n时限：年底\n\n责任：丙',
      'measure',
    );
    expect(measure.fields.map(({ id, label, inlines }) => [id, label, plainText(inlines)])).toEqual(
      [
        ['owner', '责任', '甲办、乙办'],
        ['due', '时限', '年底'],
      ],
    );
  });

  test('in a list keep their number and their text', () => {
    expect(html('二是修路；先修坏的。\n责任：甲')).toBe(
      '<p class="measure" data-line="0"><strong>二是修路；</strong>先修坏的。<span class="measure-facts">（责任：甲）</span></p>\n',
    );
    // What offices call a field stays as it is typed, in the document's script.
    expect(html('二是修路。\n责任单位：甲')).toContain('（责任单位：甲）');
    expect(html('工作计划：修路\n\n二是修路。\ndeadline：年底')).toContain('（时限：年底）');
  });

  test('in English and in traditional characters', () => {
    expect(html('measure Mend roads\nowner: A\ndue: June')).toContain(
      '<strong>Mend roads.</strong><span class="measure-facts"> (Owner: A; Due: June)</span>',
    );
    expect(html('舉措 修路\n責任：甲\n時限：年底')).toContain('（責任：甲；時限：年底）');
  });
});

describe('references', () => {
  const plan =
    '规划：甲\n期间：2021—2025年\n\n指标 产值（亿元）\n2020年：2亿元\n\n目标 产值：达3亿元\n\n';

  test.each([
    ['{产值}', '3亿元'],
    ['{产值@2020}', '2亿元'],
    ['{产值@2025.增量}', '1亿元'],
    ['{产值.单位}', '亿元'],
    ['｛产值@2020｝', '2亿元'],
  ])('%s is a figure', (reference, text) => {
    const { inlines } = blockOf(`${plan}今年${reference}。`, 'paragraph');
    expect(inlines).toMatchObject([
      { kind: 'text', text: '今年' },
      { kind: 'figure', text, indicator: '产值' },
      { kind: 'text', text: '。' },
    ]);
  });

  test.each<[string, ProblemId]>([
    ['{产量}', 'unknown-indicator'],
    ['{产值@哪年}', 'unknown-period'],
    ['{产值@2023}', 'no-value'],
    ['{产值@2025.颜色}', 'unknown-facet'],
    ['{}', 'reference-empty'],
  ])('%s is marked as %s', (reference, problem) => {
    const { inlines } = blockOf(`${plan}今年${reference}。`, 'paragraph');
    expect(inlines).toMatchObject([{}, { kind: 'problem', text: reference, problem }, {}]);
  });

  test('stand in the script of the document, with thousands set apart as the writer does', () => {
    const rate = (head: string, declared: string, reference: string): string =>
      html(`${head}\n\n${declared}\n\n${reference}\n`).replaceAll(/<[^>]*>/g, '');
    expect(
      rate(
        'plan: A\nperiod: 2021-2025\nbaseline: 2020',
        'indicator Coverage (%)\n2020: 80%\n\ntarget Coverage: reach 92%\ntarget Visitors: at least 24,000 person-times',
        'up {Coverage.change}; {Visitors}',
      ),
    ).toContain('up 12 percentage points; 24,000 person-times');
    expect(
      rate(
        '規劃：甲\n期間：2021—2025年\n基期：2020年',
        '指標 覆蓋率（%）\n2020年：80%\n\n目標 覆蓋率：達到92.5%',
        '提高{覆蓋率.增量}',
      ),
    ).toContain('提高12.5個百分點');
  });

  test('that is not closed is marked at its brace', () => {
    expect(blockOf(`${plan}今年{产值`, 'paragraph').inlines).toMatchObject([
      { kind: 'text', text: '今年' },
      { kind: 'problem', text: '{', problem: 'reference-not-closed' },
      { kind: 'text', text: '产值' },
    ]);
  });

  test('say in HTML what they stand for', () => {
    expect(html(`${plan}今年{产值@2025.增量}、{产量}。`)).toContain(
      '今年<span class="figure" title="产值 2025年 增量">1亿元</span>、<mark class="problem" title="文中没有这个名称的指标">{产量}</mark>。',
    );
  });
});

describe('placeholders', () => {
  test.each([
    ['xx镇', ['xx']],
    ['投资x.6亿元', ['x.6']],
    ['停车场x处、xx个', ['x', 'xx']],
    ['参保率达xxx%', ['xxx']],
    ['200_年和20xx年', ['200_', '20xx']],
    ['××村____元', ['××', '____']],
    ['15x万元', ['15x']],
    ['XX镇', ['XX']],
    ['ＸＸ镇', ['ＸＸ']],
    // Not placeholders: signs of their own, names, products of numbers.
    ['X光机和x-ray', []],
    ['3×5米，4x4', []],
    ['5G、PM2.5、G5高速、WXYX镇', []],
    ['领导**同志', []],
  ])('%s', (text, expected) => {
    const { inlines } = blockOf(`\\${text}`, 'paragraph');
    expect(plainText(inlines)).toBe(text);
    const found = inlines.filter((inline) => inline.kind === 'problem');
    expect(found.map((inline) => inline.text)).toEqual(expected);
  });

  test('are marked in titles, targets and cells', () => {
    const body = html(
      '计划：xx镇计划\n\n目标 甲：xxx万元\n\n表 乙\n| 指标 | 2020年 |\n| 丙 | xx万元 |\n',
    );
    expect(body.match(/<mark class="problem" title="待填">/g)).toHaveLength(3);
  });
});

describe('notes', () => {
  test('stand below their paragraph with their label', () => {
    expect(html('正文。\n注：甲。')).toContain('<p class="note" data-line="1">注：甲。</p>');
    expect(html('正文。\n註：甲。')).toContain('>註：甲。</p>');
    expect(html('A text.\nnote: B.')).toContain('>Note: B.</p>');
  });
});
