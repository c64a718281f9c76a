/** xx镇 beside the town's real name: a template that was filled in halfway, or masked halfway. */
import type { LineRule } from '../rule.ts';
import { anyPair } from '../signals.ts';
import { occurrences } from '../text.ts';

const mask = /[xXｘＸ×]{1,4}(?=[镇鎮乡鄉])/g;
/** A name of two or three characters at the head of a clause, told from 各乡镇 and 城镇. */
const named =
  /(?<=^|[，,。；;：:、（(])(?!.?[全我本该該各每城小村重集建省市县縣区區])(\p{Script=Han}{2,3}[镇鎮乡鄉])(?=是|在|将|將|的|党|黨|政府|人民|要|以)/gu;

const hasMask = anyPair('xXｘＸ×', '镇鎮乡鄉');

const rule: LineRule = {
  name: 'place-leftover',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'line',
  kinds: ['prose', 'heading', 'measure', 'note'],
  waitsFor: hasMask,
  title: { zh: '地名没有改全', en: 'Place names left over' },
  description: {
    zh: '一段里既有隐去的“xx镇”，又有真的镇名：不是隐去时漏了，就是套用范文时没有改全。统一写成本镇的名称。',
    en: 'A masked town and a real one stand in one paragraph: either one name was missed when they were masked, or a sample was filled in halfway. Write your own town’s name in all places.',
  },
  examples: {
    wrong: ['根据市里对xx镇新的规划定位，⟦青禾镇⟧是全区唯一的旅游乡镇。'],
    right: [
      '根据市里对青禾镇新的规划定位，青禾镇是旅游乡镇。',
      'xx镇要建设美丽乡镇，小城镇的面貌改善。',
    ],
  },
  check(line, _model, report) {
    const { text } = line;
    if (occurrences(mask, text).length === 0) return;
    const [found] = occurrences(named, text);
    if (!found) return;
    const [hidden] = occurrences(mask, text);
    report({
      line,
      start: found.index,
      end: found.index + found[0].length,
      message: {
        zh: `同一段里又有隐去的“${text.slice(hidden.index, hidden.index + hidden[0].length + 1)}”，又有“${found[0]}”，地名没有改全。`,
        en: `The paragraph has both a masked town and “${found[0]}”. Write the name in all places.`,
      },
      related: [
        {
          line,
          start: hidden.index,
          end: hidden.index + hidden[0].length + 1,
          message: { zh: '隐去的地名', en: 'The masked name' },
        },
      ],
      fixes: [
        {
          title: {
            zh: `把隐去的地名都改为“${found[0]}”`,
            en: `Write “${found[0]}” for every masked name`,
          },
          edits: occurrences(mask, text).map(({ 0: signs, index }) => ({
            ...{ line, start: index, end: index + signs.length + 1 },
            newText: found[0],
          })),
          unsure: true,
        },
      ],
    });
  },
};

export default rule;
