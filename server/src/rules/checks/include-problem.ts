import type { IncludeProblem, Message } from '../../model/types.ts';
import type { LineRule } from '../rule.ts';
import { removeLine } from '../text.ts';

const messages: Readonly<Record<IncludeProblem, (path: string) => Message>> = {
  missing: (path) => ({
    zh: `找不到要引用的文件“${path}”：请核对文件名，路径从本文件所在的文件夹算起。`,
    en: `The file “${path}” cannot be found or read: check the name; the path counts from this file’s folder.`,
  }),
  itself: (path) => ({
    zh: `“${path}”绕了一圈又引用到自己，这一行不起作用：请删去。`,
    en: `“${path}” leads back to this file, so the line brings nothing: please remove it.`,
  }),
  unsaved: () => ({
    zh: '本文件还没有保存，不知道从哪个文件夹找起：先保存，引用才会生效。',
    en: 'This document has not been saved, so there is no folder to look in: save it first.',
  }),
};

const ownPlan = (path: string, keyword: string): Message => ({
  zh: `“${path}”就是本文件，不能作自己的“${keyword}”，这样写不起作用：请改成另一份文件，或者删去。`,
  en: `“${path}” is this file, which cannot be its own “${keyword}”, so it brings nothing: name another file, or remove it.`,
});

const noPlan = (path: string, keyword: string): Message => ({
  zh: `找不到“${keyword}”写的文件“${path}”，凡是要和它核对的都没有核对：请核对文件名，路径从本文件所在的文件夹算起。`,
  en: `The file “${path}” behind “${keyword}” cannot be found, so nothing was compared with it: check the name; the path counts from this file’s folder.`,
});

const rule: LineRule = {
  name: 'include-problem',
  scope: 'line',
  kinds: ['include', 'field'],
  tier: 'warning',
  title: { zh: '引用的文件用不上', en: 'An included file cannot be used' },
  description: {
    zh: '“引用”一行写的文件不存在、读不出来，或者绕一圈又引用到自己时提示；文件头的“依据”“上级”“汇总”写成了本文件自己，或者写的规划文件不存在时也提示。路径从本文件所在的文件夹算起。',
    en: 'Tells when the file of an include line does not exist, cannot be read, or leads back to this file, and when the basis, superior plan or rollup of the header is this file itself or a plan that does not exist. Paths count from this file’s folder.',
  },
  examples: { wrong: [], right: ['引用 ./指标库.plan'] },
  check(line, model, report) {
    const { statement } = line;
    if (statement.kind === 'field') {
      const places = model.pathsToItself(line);
      for (const place of places) {
        report({
          ...place,
          message: ownPlan(place.path, statement.keyword.text),
          // Other plans in the line stay.
          fixes:
            places.length === 1 && place.path === statement.value?.text
              ? [removeLine(line, { zh: '删去这一行', en: 'Remove this line' })]
              : [],
        });
      }
      for (const place of model.pathsToNothing(line)) {
        report({ ...place, message: noPlan(place.path, statement.keyword.text) });
      }
      return;
    }
    const problem = model.includeProblem(line);
    if (!problem || statement.kind !== 'include' || !statement.path) return;
    const { path } = statement;
    report({
      ...{ line, start: path.start, end: path.end },
      message: messages[problem](path.text),
      // A file that includes itself gains nothing by it.
      fixes:
        problem === 'itself'
          ? [removeLine(line, { zh: '删去这一行引用', en: 'Remove this line' })]
          : [],
    });
  },
};

export default rule;
