/** Words of declared lines around figures: what is a task, what is said behind a figure in English, what means nothing. */
import type { ClaimItem, Clause, Quantity, Span } from '../syntax/tree.ts';
import { simplify } from './names.ts';
import type { OwnPlaces } from './places.ts';
import { distributedNames } from './prose-names.ts';
import type { Claim } from './types.ts';

/** 年度目标400万元, 任务100户: right before a figure, that it was to be. */
export const taskLead =
  /^(?:[年全度初原]|本年|当年|當年|上级|上級|[县縣市区區镇鎮]下?|下达|下達)*(?:目标|目標|任务|任務|计划|計劃|計畫|预算|預算)(?:任务|任務|数|數|值)?(?:为|為)?$/;

/** 超额完成任务20万元, 超额20万元: by how much more than what was to be done. */
export const exceeds = /超/;
export const excessLead = /^超(?:额|額|出|收|支|计划|計劃)?$/;

/** →, “->”: between what was and what is to be. */
export const arrow = /^(?:→|[-—–]+>|=>)$/;

/** 进入全县前三: a place without a figure. */
export const amongFirst = /前[一二三四五六七八九十两兩\d]+$/;

/** “12 new, 30 repaired, 42 in all” */
export const inAll = /^(?:all|total|altogether|overall)$/i;

/** A year that no unit follows and no comma parts: in English it stands behind its figure like any number. */
export function bareYear({ amount, high, ratio }: Quantity): number | undefined {
  const isYear = !ratio && amount.unit === '' && /^(?:19|20)\d\d$/.test(amount.number ?? '');
  if (!isYear) return undefined;
  // FY 2026–27
  if (high && !/^\d\d(?:\d\d)?$/.test(high.number ?? '')) return undefined;
  return Number(amount.number);
}

/** Words behind an English figure that make a change of it: 20% more than in 2025, a 20% increase. */
export function changeBehind(
  item: ClaimItem | undefined,
): { readonly direction: 'up' | 'down'; readonly clause: Clause } | undefined {
  if (item?.kind !== 'clause') return undefined;
  const { modifiers, quantity } = item;
  const [modifier] = modifiers;
  if (modifiers.length !== 1 || (quantity && bareYear(quantity) === undefined)) return undefined;
  const { kind, id, text } = modifier;
  if (!/^[a-z]/i.test(text)) return undefined;
  if (kind === 'up' || kind === 'down')
    return quantity ? undefined : { direction: kind, clause: item };
  if (kind !== 'comparator') return undefined;
  if (id === 'above') return { direction: 'up', clause: item };
  return id === 'below' ? { direction: 'down', clause: item } : undefined;
}

/** Whether a stretch stands in brackets without any figure: （约束性）, （不含转移支付）. */
export function isRemark(text: string, { start, end }: Span): boolean {
  const open = Math.max(text.lastIndexOf('（', start), text.lastIndexOf('(', start));
  if (open < 0 || /[）)]/.test(text.slice(open, start))) return false;
  const close = /[）)]/.exec(text.slice(end));
  return close !== null && !/[\d０-９]/.test(text.slice(open, end + close.index));
}

/** 城镇和农村居民收入：分别达到4.5万元、2.6万元: to each name its figure, where there are as many of both. */
export function toEachName(
  claims: readonly Claim[],
  name: string,
  places: OwnPlaces,
): readonly Claim[] {
  if (claims.length < 2 || !/[、，,和与與及]/.test(name)) return claims;
  const isLevel = (claim: Claim): boolean => claim.value !== undefined;
  const levels = claims.filter(isLevel);
  const isPlain = claims.every(
    ({ partOf, beside, share, rank, completion, period }) =>
      [partOf, beside, share, rank, completion].every((told) => !told) &&
      period === claims[0].period,
  );
  const names = isPlain && distributedNames(name, simplify(name), levels.length);
  // 分别增长5%和7% behind them is told of the same.
  const changes = claims.length - levels.length;
  if (!names || (changes !== 0 && changes !== levels.length)) return claims;
  const next = { level: 0, change: 0 };
  return claims.map((claim) => {
    const indicator = names[isLevel(claim) ? next.level++ : next.change++];
    return { ...claim, indicator, key: places.fold(indicator), nameSpan: undefined };
  });
}
