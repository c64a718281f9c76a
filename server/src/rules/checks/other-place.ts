/** 红旗镇党委 in a plan of 青禾镇: what a text that was taken over left behind. */

import type { PlanModel } from '../../model/model.ts';
import { simplify } from '../../model/names.ts';
import { simplifiedText } from '../dated.ts';
import type { LineRule } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { changeTo, inQuotation, inReference, isReadable, occurrences } from '../text.ts';

/** Only where the document is of a township: of counties and cities texts speak all the time. */
const township = /(?:[镇鎮乡鄉]|街道)$/;
/** At the head of a sentence, acting or told of: 实现镇经济发展 and 提请镇人大 stand elsewhere. */
const named =
  /(?<=^|[。；;！]|年[，,]?)(\p{Script=Han}{2,3}?(?:[镇乡]|街道))(?=党委|党政|人民政府|政府|人大|办事处|将|要|坚持|紧紧围绕|始终坚持|全体|广大|经济社会|的(?:经济|发展|干部|群众))/gu;
/** 各乡镇, 小城镇, 中心镇: what kind of place, and which of several, but not what it is called. */
const common =
  /^[各全我本该每两某]|^(?:提请|配合|协助|办理|完成|指导|督促|要求|支持|组织|实现|推动|确保)|[城乡集强名古小新重点心色范制业态建级地各我全县][镇乡]$/;
/** Others are visited, helped, learnt from and bordered on. */
const partners =
  /协作|对口|结对|帮扶|支援|学习|考察|借鉴|参观|毗邻|相邻|接壤|邻近|交界|友好|合作|联合|会同|周边/;

const namesTownship = anyOf('镇鎮乡鄉街');

/** How far around a name its partners are looked for. */
const around = 24;

function isKnown(name: string, { places }: PlanModel): boolean {
  return [...places.own, ...places.above, ...places.below].some((place) => {
    const known = simplify(place);
    return known.includes(name) || name.includes(known);
  });
}

const rule: LineRule = {
  name: 'other-place',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: ['prose', 'heading', 'measure', 'header'],
  waitsFor: namesTownship,
  title: { zh: '别处的地名', en: 'Another place’s name' },
  description: {
    zh: '文稿写明了是哪个镇（“行政区：”，或者设置里的本镇名），正文里却有别的镇的党委、政府在做事，多半是套用范文时没有改。对口、结对、学习考察的地方不算；确实要写的，把它加进设置的上级或下辖名称里。',
    en: 'The document says which township it is of (“region:”, or the settings), yet another one’s authorities act in it: most likely a text was taken over and a name missed. Partners and places that are visited are left alone; one that belongs there can be named in the settings.',
  },
  examples: {
    wrong: [
      '规划：青禾镇规划\n行政区：清河县青禾镇\n\n⟦红旗镇⟧党委坚持以经济建设为中心。',
      '計劃：青禾鎮計劃\n行政區：青禾鎮\n\n今年，⟦紅旗鎮⟧將建設果園。',
    ],
    right: [
      '规划：青禾镇规划\n行政区：清河县青禾镇\n\n青禾镇党委带领各乡镇政府，清河县政府要求全县小城镇的发展。',
      '规划：青禾镇规划\n行政区：青禾镇\n\n与红旗镇政府结对协作，学习借鉴红旗镇的发展经验。',
      '红旗镇党委坚持以经济建设为中心。',
    ],
  },
  check(line, model, report) {
    const { own } = model.places;
    if (own.length === 0 || !isReadable(line)) return;
    const text = simplifiedText(line);
    const ours = own.findLast((place) => township.test(place) && !/^[我本全]/.test(place));
    if (ours === undefined) return;
    for (const { 1: name, index: start } of occurrences(named, text)) {
      const end = start + name.length;
      if (common.test(name) || isKnown(name, model) || inQuotation(line.text, start)) continue;
      if (inReference(line, start, end)) continue;
      if (partners.test(text.slice(Math.max(0, start - around), end + around))) continue;
      const place = { line, start, end };
      const printed = line.text.slice(start, end);
      report({
        ...place,
        message: {
          zh: `这里写的是“${printed}”，文稿是“${ours}”的，是不是套用时没有改？`,
          en: `This is about “${printed}”, but the document is of “${ours}”. Was the name missed when a text was taken over?`,
        },
        fixes: [changeTo(place, ours)],
      });
    }
  },
};

export default rule;
