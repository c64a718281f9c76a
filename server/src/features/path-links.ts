/** Paths to other plans: what they are there for, and how they are written when files have moved. */

import type { PlanModel } from '../model/model.ts';
import type { Message, PathFact, Place } from '../model/types.ts';
import type { Edit } from '../rules/rule.ts';
import { type Move, movedPath } from '../workspace/paths.ts';

export type PathUse = 'include' | 'basis' | 'superior' | 'rollup';

export interface PathLink extends Place {
  readonly path: string;
  readonly use: PathUse;
}

/** Every path of the document. */
export function pathLinks(
  { header, tree }: PlanModel,
  includes: Iterable<Place['line']>,
): PathLink[] {
  const links: PathLink[] = [];
  const add = (facts: readonly PathFact[], use: PathUse): void => {
    for (const { line, start, end, path } of facts)
      if (tree.lines.has(line)) links.push({ line, start, end, path, use });
  };
  add(header.basis, 'basis');
  add(header.superior, 'superior');
  add(header.rollup, 'rollup');
  for (const line of includes) {
    if (line.statement.kind !== 'include' || !line.statement.path) continue;
    const { start, end, text } = line.statement.path;
    links.push({ line, start, end, path: text, use: 'include' });
  }
  return links;
}

const uses: Readonly<Record<PathUse, Message>> = {
  include: { zh: '取用这里的指标', en: 'Indicators are taken from here' },
  basis: { zh: '本规划所依据的文件', en: 'What this plan is based on' },
  superior: { zh: '上级规划', en: 'The plan of the level above' },
  rollup: { zh: '汇总的下级规划', en: 'Plans of the level below that are rolled up' },
};

/** More names do not fit a line. */
const mostNames = 6;

/**
 * What is told of a path before it is followed.
 *
 * @param names of the files that it leads to; undefined where nobody has looked
 */
export function linkTip({ use }: PathLink, names: readonly string[] | undefined): Message {
  const is = uses[use];
  if (names === undefined) return is;
  if (names.length === 0) {
    return { zh: `${is.zh}：还没有这样的文件`, en: `${is.en}: there is no such file yet` };
  }
  const shown = names.slice(0, mostNames);
  const count = names.length;
  const more = count > mostNames;
  return {
    zh: `${is.zh}（${count}份）：${shown.join('、')}${more ? '等' : ''}`,
    en: `${is.en} (${count}): ${shown.join(', ')}${more ? ' …' : ''}`,
  };
}

/** The paths that have to be written otherwise when files move. */
export function pathEdits(
  links: readonly PathLink[],
  base: string,
  moves: readonly Move[],
): Edit[] {
  return links.flatMap(({ line, start, end, path }) => {
    const newText = movedPath(path, base, moves);
    return newText === undefined ? [] : [{ line, start, end, newText }];
  });
}
