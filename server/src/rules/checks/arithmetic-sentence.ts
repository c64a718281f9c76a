import { conflictsInSentences } from '../../model/sentence-conflicts.ts';
import { disagreement } from '../arithmetic.ts';
import type { LineRule } from '../rule.ts';
import { hasClaims } from '../signals.ts';

/** What one sentence says of its figures does not hold together (N01, N02, N04). */
const rule: LineRule = {
  name: 'arithmetic-sentence',
  scope: 'line',
  kinds: ['prose', 'heading', 'measure'],
  waitsFor: hasClaims,
  tier: 'error',
  title: {
    zh: '一句话里的几个数对不上',
    en: 'The figures of one sentence disagree',
  },
  description: {
    zh: '一句话里的几个数互相决定：数值、增加额和增长率，“由……提高到……”与提高了多少、年均增长多少、是原来的几倍，总数、分项与占比，目标、完成数与完成率，各项与合计。按四舍五入能取到的范围计算，怎么取都对不上才报；12家、21个这样的个数不会四舍五入，差一个也给提示。生产总值的增速按可比价计算，不核对；“其中”列出的几项不一定齐全，只有男女、城乡、三次产业这样本来就齐全的才要求相加等于总数。',
    en: 'The figures of one sentence follow from each other: a level, its increment and its growth; where it rose from and to, and by how much; a whole, its part and the share; a task, what was done and the rate of completion; figures and their total. It is reported only when no rounding can explain them; numbers of things, such as 12 firms, are not rounded, and one too many is worth a hint. Growth of gross product is told at comparable prices and is left alone, and parts need only make the whole where they are known to be all of it, such as men and women.',
  },
  examples: {
    wrong: [
      '全年完成工业总产值25537.7万元，比上年同期增764.24万元，增长⟦23%⟧。',
      '森林覆盖率由45.2%提高到48.6%，提高⟦5.4个百分点⟧。',
      '粮食产量由2020年的10.2万吨增加到2025年的12.4万吨，年均增长⟦6%⟧。',
      '财政收入486万元，其中税收收入436万元，占财政收入的⟦98.7%⟧。',
      '固定资产投资完成5.43亿元，为年度目标（5.00亿元）的⟦118.6%⟧。',
      '户籍人口⟦12.5万人⟧，其中男性6.8万人、女性6.5万人。',
      '培育合作社12家、家庭农场8家，合计⟦21家⟧。',
      '猪肉均价24.16元，环比下降5.2%，比去年同期的29.4元低⟦27.8%⟧。',
      'Grain output rose from 10,000 tonnes to 12,600 tonnes, an increase of ⟦3,600 tonnes⟧.',
    ],
    right: [
      '全年完成工业总产值25537.7万元，比上年同期增4764.24万元，增长23%。',
      '全年地区生产总值47.29亿元，比上年增加3亿元，增长10.3%。',
      '全年完成税收380万元，比上年增80万元，其中增值税增长50%。',
      '全年完成税收380万元，比2020年增180万元；同比增长5%。',
      '全年完成税收380万元，比2020年增180万元，同比增长5%。',
      '个体工商户和民营企业达到6.6万户和9000户，是2010年的1.4倍和2倍。',
      '猪肉均价24.16元，环比下降5.2%，比去年同期的29.4元低17.8%。',
      '旅游收入3.2亿元（上年为2.5亿元），增长28%，其中门票收入0.6亿元。',
      '固定资产投资目标5亿元，实际完成5.43亿元，超目标0.43亿元，完成率为108.6%。',
    ],
  },
  check(line, model, report) {
    const claims = model.claimsOf(line);
    for (const conflict of conflictsInSentences(claims, model.header)) {
      report({ ...disagreement(conflict), tier: conflict.explainedByRounding ? 'hint' : 'error' });
    }
  },
};

export default rule;
