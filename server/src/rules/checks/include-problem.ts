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

const rule: LineRule = {
  name: 'include-problem',
  scope: 'line',
  kinds: ['include'],
  tier: 'warning',
  title: { zh: '引用的文件用不上', en: 'An included file cannot be used' },
  description: {
    zh: '“引用”一行写的文件不存在、读不出来，或者绕一圈又引用到自己时提示。路径从本文件所在的文件夹算起。',
    en: 'Tells when the file of an include line does not exist, cannot be read, or leads back to this file. Paths count from this file’s folder.',
  },
  examples: { wrong: [], right: ['引用 ./指标库.plan'] },
  check(line, model, report) {
    const problem = model.includeProblem(line);
    if (!problem || line.statement.kind !== 'include' || !line.statement.path) return;
    const { path } = line.statement;
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
