/** Our own sentences in traditional characters, as they are written in Taiwan. */

import characters from 'opencc-js/dict/STCharacters';
import variants from 'opencc-js/dict/TWVariants';

/**
 * Words that characters alone get wrong, and those for which Taiwan has another word, where a sentence of ours uses
 * them. A test compares all our sentences with what the whole dictionary makes of them.
 */
export const words: readonly (readonly [string, string])[] = [
  ['四舍五入', '四捨五入'],
  ['签约', '簽約'],
  ['文件夹', '資料夾'],
  ['文件名', '檔名'],
  ['注释', '註釋'],
  ['注明', '註明'],
  ['复制', '複製'],
  ['重复', '重複'],
  ['汇总', '彙總'],
  ['汇入', '匯入'],
  ['导入', '匯入'],
  ['系数', '係數'],
  ['关系', '關係'],
  ['合并', '合併'],
  ['日历', '日曆'],
  ['并入', '併入'],
  ['布署', '佈署'],
  ['文件', '檔案'],
  ['保存', '儲存'],
  ['默认', '預設'],
  ['设置', '設定'],
  ['打开', '開啟'],
  ['软件', '軟體'],
  ['粘贴', '貼上'],
  ['全角', '全形'],
  ['半角', '半形'],
  ['磁盘', '磁碟'],
  ['参数', '參數'],
];

let byWord: ReadonlyMap<string, string> | undefined;
let wordPattern = /(?:)/g;

/** Made for the first reader who needs it: most never do. */
function table(): ReadonlyMap<string, string> {
  if (byWord) return byWord;
  const made = new Map<string, string>();
  const inTaiwan = new Map(pairsOf(variants));
  for (const [from, to] of pairsOf(characters)) made.set(from, inTaiwan.get(to) ?? to);
  for (const [from, to] of inTaiwan) if (!made.has(from)) made.set(from, to);
  for (const [from, to] of words) made.set(from, to);
  wordPattern = new RegExp(`${words.map(([from]) => from).join('|')}|\\p{Script=Han}`, 'gu');
  byWord = made;
  return made;
}

function pairsOf(dictionary: string): [string, string][] {
  return dictionary.split('|').map((pair) => pair.split(' ') as [string, string]);
}

/** For sentences of ours only: for any text at all, far more words would have to be known. */
export function toTraditional(text: string): string {
  const known = table();
  return text.replace(wordPattern, (word) => known.get(word) ?? word);
}
