import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sentencesWithFigures } from '../../../server/src/model/prose-sentences.ts';
import { tokenize } from '../../../server/src/syntax/tokens.ts';

/** What of a line is read, each blank as `_`. */
function check(line: string, read: string | undefined): void {
  expect(sentencesWithFigures(line, 0)?.text.replaceAll(' ', '_')).toBe(read);
}

it('reads sentences with figures, and of them the clauses that tell something', () => {
  check('加强领导，落实责任。', undefined);
  check('认真谋划，实现产值5亿元，效果良好，群众满意。', '____，实现产值5亿元，_________。');
  check('加强领导。实现产值5亿元。再接再厉。收入增长8%。', '实现产值5亿元。____。收入增长8%。');
  check('不断加强领导。全面落实，实现产值5亿元。', '____，实现产值5亿元。');
});

it('reads when something was, and how certain it is', () => {
  check('今年以来，经过努力奋斗，产值5亿元。', '今年以来，经过努力奋斗，产值5亿元。');
  check('力争发展提速，认真谋划，产值5亿元。', '力争发展提速，____，产值5亿元。');
  check('产值5亿元，其中，农业占比较高，增加一倍。', '产值5亿元，其中，______，增加一倍。');
});

it('keeps marks that say something', () => {
  check('主要目标是，稳中求进，产值5亿元。', '_____，____，产值5亿元。');
  check('经济运行：稳中求进，产值5亿元。', '经济运行：____，产值5亿元。');
  check('镇域（含开发区）产值，稳定，5亿元。', '__（含开发区）_____，5亿元。');
  check('《关于实施，意见》印发，产值5亿元。', '《关于实施，意见》印发，产值5亿元。');
  check('推进“一带，一路”建设，产值5亿元。', '推进“一带，一路”建设，产值5亿元。');
  check('推进“双创”建设，产值5亿元。', '________，产值5亿元。');
  check('产值与全国（含港澳）同步，稳定。增长5%。', '产值与全国（含港澳）同步，稳定。增长5%。');
});

it('reads units whose number was dropped', () => {
  check('产值增长%，接待达万人次，产值5亿元。', '产值增长%，接待达万人次，产值5亿元。');
});

const leading = new Set([
  ...['Text', 'OtherText', 'Separator', 'QuoteMark', 'Quoted', 'Star', 'Nothing'],
  ...['PlainModifier', 'Hedge', 'Share', 'From', 'Base', 'TimesOf'],
]);
const telling = (text: string): string[] =>
  tokenize(text, 'claim')
    .filter(({ tokenType }) => !leading.has(tokenType.name))
    .map(({ tokenType, startOffset, image }) => `${tokenType.name} ${startOffset} ${image}`);

it('leaves out nothing that tells of a figure', () => {
  const folder = 'test/evaluation';
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:txt|md|plan)$/.test(name)) continue;
    for (const sentence of readFileSync(`${folder}/${name}`, 'utf8').split(/(?<=。)|\n/)) {
      const said = sentencesWithFigures(sentence, 0);
      if (said) expect(telling(said.text)).toEqual(telling(sentence));
    }
  }
});
