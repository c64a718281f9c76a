/**
 * Whether more or less of an indicator is wanted: told by its declaration, by the words of the
 * target, or, last, by its name.
 */
import type { Claim, IndicatorDeclaration } from './types.ts';

export type Direction = 'up' | 'down';

/** Of these less is wanted, in any place. */
const unwanted =
  /事故|死亡|伤亡|傷亡|失业|失業|能耗|消耗|排放|负债|負債|债务|債務|赤字|返贫|返貧|贫困|貧困|发案|發案|案件|投诉|投訴|信访|信訪|逾期|超期|浓度|濃度|违建|違建|缺陷|损失|損失|PM2\.5|PM10|accident|death|fatalit|unemploy|emission|debt|deficit|complaint|overdue|poverty/i;

/** 降低, 下降 in a name: its figure says by how much, and more of that is wanted. */
const lowering =
  /(?:降低|下降|减少|減少|降幅|减排|減排|压减|壓減|削减|削減)率?$|reduction$|decrease$/i;

/** Money spent, prices and population are neither good nor bad in themselves. */
const neutral =
  /支出|费用|費用|成本|经费|經費|价格|價格|物价|物價|涨幅|漲幅|人口|出生率|出栏|spending|cost|price|population|budget/i;

/** Undefined where nothing tells. */
export function goodDirection(
  target: Claim,
  declarations: readonly IndicatorDeclaration[],
): Direction | undefined {
  const declared = declarations.find(({ direction }) => direction)?.direction;
  const told = declared ?? ofFigures(target) ?? ofVerb(target);
  if (told) return told;
  const { indicator: name } = target;
  if (lowering.test(name)) return 'up';
  if (unwanted.test(name)) return 'down';
  return neutral.test(name) && !isReached(target) ? undefined : 'up';
}

function ofFigures({ comparator, change, from, value }: Claim): Direction | undefined {
  if (comparator === '>' || comparator === '>=') return 'up';
  if (comparator === '<' || comparator === '<=') return 'down';
  if (from !== undefined && value !== undefined)
    return Number(from) < Number(value) ? 'up' : 'down';
  if (change?.value !== undefined) return change.value.startsWith('-') ? 'down' : 'up';
  return undefined;
}

/** 提高到: up; 下降到, 压减至: down. */
function ofVerb(target: Claim): Direction | undefined {
  const lead = leadOf(target);
  if (/降|减|減|压缩|壓縮|缩短|縮短|控制|\b(?:reduc|lower|cut|down)/i.test(lead)) return 'down';
  return /提高|提升|增|升|扩大|擴大|\b(?:rais|increas|grow|up)/i.test(lead) ? 'up' : undefined;
}

/** 达到, 实现, 完成: what is to be reached may be passed. */
function isReached(target: Claim): boolean {
  return /达|達|实现|實現|完成|建成|\b(?:reach|achiev|complet)/i.test(leadOf(target));
}

/** The words of a target line that lead to its figure; a table cell has none. */
function leadOf({ line, numberStart }: Claim): string {
  const { statement } = line;
  if (statement.kind !== 'target') return '';
  const before = statement.claims.findLast(
    ({ kind, end }) => kind === 'separator' && end <= numberStart,
  );
  return line.text.slice(before?.end ?? statement.claimsStart, numberStart);
}
