/** Words of a declared line that could not be read, and the figures behind them. */
import type { PlanModel } from '../model/model.ts';
import type { Claim } from '../model/types.ts';
import type { Line, Span } from '../syntax/tree.ts';

/** The figure that such words lead to: 总投资500万元 in a target of 道路 is probably told of something else. */
export function figureBehind(words: Span, line: Line, model: PlanModel): Claim | undefined {
  const claim = model.claimsOf(line).find(({ start }) => start >= words.end);
  return claim && !/[，,；;。]/.test(line.text.slice(words.end, claim.start)) ? claim : undefined;
}

/** Whether words that could not be read stand before the figure in its line: whose it is, is then not certain. */
export function isBehindUnread({ line, start }: Claim, model: PlanModel): boolean {
  return model.unreadOf(line).some((words) => words.end <= start);
}
