/** 达3亿元上台阶: words of a declared line that no figure is told with. */
import { parseDecimal } from '../../model/numbers.ts';
import type { Claim, Place } from '../../model/types.ts';
import type { Line } from '../../syntax/tree.ts';
import type { Finding, LineRule } from '../rule.ts';
import { hasUnread } from '../signals.ts';
import { changeTo, replace } from '../text.ts';
import { figureBehind } from '../unread.ts';

/** 60 enterprises: in English any noun behind a figure says what is counted. */
function isCounted(text: string, before: string): boolean {
  return /^[a-z][a-z '-]*$/i.test(text) && /[0-9０-９]\s*$/.test(before);
}

/** “Jobs: 120 new jobs” */
function repeatsName(text: string, { statement }: Line): boolean {
  const name =
    statement.kind === 'target' || statement.kind === 'result' ? statement.name : undefined;
  return (
    /^[a-z]{3,}$/i.test(text) && Boolean(name?.text.toLowerCase().includes(text.toLowerCase()))
  );
}

/** “extend to 12 km”: what the figure says without its verb as well. */
const verbOfAim =
  /^(?:raise|extend|expand|widen|lengthen|lift|bring|improve|build|plant|open|train|create)$/i;

/** What may be the name of an indicator. */
const name =
  /^(?!的|超额|超額|.*(?:平均|水平|目标|目標|任务|任務|计划|計劃))\p{Script=Han}{2,12}$/u;

/** 总投资500万元 in a target of 道路: most probably a target of its own. */
function ofAnother(place: Place, text: string, figure: Claim): Finding {
  const { line, start } = place;
  const { statement } = line;
  const printed = line.text.slice(figure.start, figure.end);
  const keyword =
    statement.kind === 'target' || statement.kind === 'result' ? statement.keyword.text : undefined;
  const begin = line.text.slice(0, start).trimEnd();
  // The mark that led on to it ends the line before.
  const cut = /[，,、；;]$/.test(begin) ? begin.length - 1 : begin.length;
  return {
    ...place,
    message: {
      zh: `“${text}”不是这个指标的话，没有读懂。${printed}若是“${text}”的数，另起一行写。`,
      en: `“${text}” is not said of this indicator and could not be read. If ${printed} is a figure of “${text}”, give it a line of its own.`,
    },
    fixes: keyword
      ? [
          {
            ...replace(
              { line, start: cut, end: place.end },
              `${line.terminator || '\n'}${keyword} ${text}：`,
              {
                zh: `另起一行“${keyword} ${text}”`,
                en: `Begin a line “${keyword} ${text}” here`,
              },
            ),
            unsure: true,
          },
        ]
      : [],
  };
}

/** 38o万元 for 380万元: the letters that look like digits as these, where that makes a figure of it. */
function inDigits(text: string): string | undefined {
  const found = /^[0-9.,]*[0-9][0-9.,oOlI]*(?=$|[^a-z0-9.,])/i.exec(text)?.[0];
  if (found === undefined || !/[oOlI]/.test(found)) return undefined;
  const digits = found.replace(/[oO]/g, '0').replace(/[lI]/g, '1');
  return parseDecimal(digits) && digits + text.slice(found.length);
}

const rule: LineRule = {
  name: 'words-not-understood',
  tier: 'warning',
  scope: 'line',
  kinds: ['target', 'result', 'value'],
  waitsFor: hasUnread,
  title: { zh: '有没读懂的话', en: 'Words that could not be read' },
  description: {
    zh: '目标、实绩或指标数值里有几个字没有被当作数值的一部分读懂，不参加核对。写错了就改正；是说明文字，就写到正文里，或用引号引起来。',
    en: 'Some words of a target, a result or a value could not be read as part of its figures and take no part in the checks. Correct them if they are misspelt; if they explain something, move them to a sentence or put them in quotation marks.',
  },
  examples: {
    wrong: [
      '目标 粮食产量：达5万吨，⟦大家满意⟧',
      '目标 财政收入：⟦38o万元⟧',
      '目标 道路：建成10公里，⟦总投资⟧500万元',
      'target Visitors: 24,000 people, ⟦hopefully⟧',
    ],
    right: [
      '目标 粮食产量：力争达5万吨以上，比上年增加0.5万吨',
      '目标 居民收入增长：“与经济增长基本同步”',
      '目标 森林覆盖率：保持65%不变',
      '目标 公路：新改建50公里',
      '目标 实用技术培训：6月30日前培训120人次，11月底前培训200人次',
      '实绩 税收收入：1—9月完成300万元，增速6.5%，全县第3名',
      'target Fruit growers: at least 60 enterprises',
      'target Cycle paths: raise from 10 km to 12 km',
      'target Jobs: create 120 new jobs',
      '目标 财政收入：年均增长5%（不含转移支付）',
      '实绩 危房改造：任务100户，完成120户，超额20户',
      '实绩 税收收入：420万元，为年度目标400万元的105%',
    ],
  },
  check(line, model, report) {
    for (const { start, end } of model.unreadOf(line)) {
      const text = line.text.slice(start, end).trim();
      const from = line.text.indexOf(text, start);
      if (isCounted(text, line.text.slice(0, from)) || repeatsName(text, line)) continue;
      const place = { line, start: from, end: from + text.length };
      const digits = inDigits(text);
      if (digits !== undefined) {
        report({
          ...place,
          message: {
            zh: `“${text}”里有字母，不是数，不参加核对。是“${digits}”吗？`,
            en: `There is a letter among the digits of “${text}”, so it takes no part in the checks. Is it “${digits}”?`,
          },
          fixes: [{ ...changeTo(place, digits), unsure: true }],
        });
        continue;
      }
      const figure = figureBehind({ start, end }, line, model);
      if (figure && verbOfAim.test(text)) continue;
      if (figure && name.test(text)) {
        report(ofAnother(place, text, figure));
        continue;
      }
      report({
        ...place,
        message: {
          zh: `“${text}”没有读懂，不参加核对。写错了就改正，是说明就写到正文里。`,
          en: `“${text}” could not be read and takes no part in the checks. Correct it, or move it to a sentence.`,
        },
      });
    }
  },
};

export default rule;
