/** 实施六大工程, and five sections below it. */
import type { Section } from '../../model/types.ts';
import { smallNumber } from '../../syntax/vocabulary/periods.ts';
import { simplifiedText } from '../dated.ts';
import type { DocumentRule, Report } from '../rule.ts';

/** At the end of the heading, so that the number is of what the section tells. */
const counted =
  /([二两三四五六七八九十]|[2-9])(?:大|项)(?:重点)?(?:工程|行动|任务|工作|举措|措施|攻坚战|战役|计划|体系|提升)$/;

function tell(section: Section, measures: number, report: Report): void {
  const { line, children } = section;
  const parts = children.length > 0 ? children.length : measures;
  const text = simplifiedText(line).trimEnd();
  const found = counted.exec(text);
  if (!found || parts < 2) return;
  const said = /[0-9]/.test(found[1]) ? Number(found[1]) : (smallNumber(found[1]) ?? 2);
  if (said === parts) return;
  const [start, end] = [found.index, text.length];
  report({
    line,
    start,
    end,
    message: {
      zh: `标题说的是${said}项，下面有${parts}项，数一数。`,
      en: `The heading says ${said}, but ${parts} follow. Count again.`,
    },
  });
}

const rule: DocumentRule = {
  name: 'count-of-parts',
  tier: 'hint',
  scope: 'document',
  dependsOn: ['heading', 'measure'],
  title: { zh: '标题里的个数和下面的不符', en: 'A heading that counts wrong' },
  description: {
    zh: '标题写“六大工程”，下面只有五节（或五条举措）。不是漏了一项，就是个数没有跟着改。',
    en: 'The heading announces so many projects, and another number of sections or measures follows. One is missing, or the number was not changed with them.',
  },
  examples: {
    wrong: [
      '一、实施⟦三大工程⟧\n（一）道路工程\n修路。\n（二）饮水工程\n通水。',
      '# 抓好⟦四项工作⟧\n举措 修路\n举措 通水\n举措 植树',
    ],
    right: [
      '一、实施两大工程\n（一）道路工程\n修路。\n（二）饮水工程\n通水。',
      '一、实施三大工程\n修路、通水、植树。',
      '一、三大攻坚战取得胜利\n（一）脱贫\n（二）治污',
    ],
  },
  check(model, report) {
    const { lines } = model.tree;
    const measuresIn = (section: Section): number => {
      let count = 0;
      for (let index = lines.indexOf(section.line) + 1; index < section.endLine; index++) {
        if (lines.at(index).kind === 'measure') count++;
      }
      return count;
    };
    const look = (sections: readonly Section[]): void => {
      for (const section of sections) {
        if (counted.test(simplifiedText(section.line).trimEnd())) {
          tell(section, section.children.length > 0 ? 0 : measuresIn(section), report);
        }
        look(section.children);
      }
    };
    look(model.sections());
  },
};

export default rule;
