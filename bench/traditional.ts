/**
 * The characters that the generated Chinese uses and that traditional script writes otherwise. A
 * table and not a conversion library: the words are our own and none of them is ambiguous.
 */
const SIMPLIFIED =
  '万与业东两个丰为举习乡争于云产亩从仓众优会传体党关养内农划办务动医协单占县发台后吨听员园围坚坝壮学' +
  '宁实宽岗岭布带干并广库开强愿户护旧时显机来杨标树桥沟济湾灯点独猕环现畅盖础确种积稳签类红级线组织' +
  '经结绕综绿编网节范药蓝补装见规计订议记设诉课责账质购资轻达过进邻采链镇长门闲间际难项顺驻麦黄齐龙';
const TRADITIONAL =
  '萬與業東兩個豐為舉習鄉爭於雲產畝從倉眾優會傳體黨關養內農劃辦務動醫協單佔縣發臺後噸聽員園圍堅壩壯學' +
  '寧實寬崗嶺佈帶幹並廣庫開強願戶護舊時顯機來楊標樹橋溝濟灣燈點獨獼環現暢蓋礎確種積穩簽類紅級線組織' +
  '經結繞綜綠編網節範藥藍補裝見規計訂議記設訴課責賬質購資輕達過進鄰採鏈鎮長門閒間際難項順駐麥黃齊龍';

const traditionalOf = new Map(
  [...SIMPLIFIED].map((character, index) => [character, TRADITIONAL[index]]),
);

export function toTraditional(text: string): string {
  let converted = '';
  for (const character of text) {
    converted += traditionalOf.get(character) ?? character;
  }
  return converted;
}
