/** What a document is told about the paths that it names. */
import { expect, test } from 'vitest';
import { PlanDocument } from '../../../server/src/workspace/document.ts';
import { followIncludes, followRelations } from '../../../server/src/workspace/includes.ts';

/** The findings of a document at /plans/甲镇.plan beside other files. */
async function check(text: string, files: Readonly<Record<string, string>> = {}) {
  const folder = 'file:///plans/';
  // As clients write addresses.
  const document = PlanDocument.open(`${folder}${encodeURIComponent('甲镇')}.plan`, text);
  const read = async (uri: string) => {
    const found = files[decodeURIComponent(uri).slice(folder.length)];
    return found === undefined ? undefined : PlanDocument.open(uri, found);
  };
  const { documents, problems } = await followIncludes(document, read);
  document.include(documents, problems);
  document.relate(await followRelations(document, read, async () => []));
  return document
    .findings()
    .filter(({ rule }) => rule === 'include-problem')
    .map(({ line, start, end, message, fixes }) => ({
      on: line.text.slice(start, end),
      message: message.zh,
      fixes: fixes?.length ?? 0,
    }));
}

const header = '规划：甲镇规划\n期间：2021—2025年\n';
const told = (keyword: string) =>
  `“./甲镇.plan”就是本文件，不能作自己的“${keyword}”，这样写不起作用：请改成另一份文件，或者删去。`;

test('a header that names its own file is told, in each of its lines', async () => {
  for (const keyword of ['依据', '上级', '汇总']) {
    const found = await check(`${header}${keyword}：./甲镇.plan\n`);
    expect(found).toEqual([{ on: './甲镇.plan', message: told(keyword), fixes: 1 }]);
  }
});

test('among others only the one is told, and the line is not offered to be removed', async () => {
  expect(await check(`${header}依据：./县.plan、./甲镇.plan\n`, { '县.plan': '' })).toEqual([
    { on: './甲镇.plan', message: told('依据'), fixes: 0 },
  ]);
});

test('other files, and patterns that reach its own folder, are not told', async () => {
  expect(await check(`${header}依据：./县.plan\n汇总：./*.plan\n`, { '县.plan': '' })).toEqual([]);
});

test('an include of itself is told, however the address is written', async () => {
  const [found] = await check('引用 ./甲镇.plan\n');
  expect(found.message).toContain('引用到自己');
});

test('a plan in the header that is not there is told at its path, and whatever is no path to a plan is not', async () => {
  for (const keyword of ['依据', '上级', '汇总']) {
    const [found, ...others] = await check(`${header}${keyword}：./县.plan、./市.plan\n`, {
      '市.plan': '',
    });
    expect(found).toMatchObject({ on: './县.plan', fixes: 0 });
    expect(found.message).toContain(`找不到“${keyword}”写的文件“./县.plan”`);
    expect(others).toEqual([]);
  }
  expect(
    await check(`${header}依据：国家有关政策\n上级：../县规划.docx\n汇总：./村/*.plan\n`),
  ).toEqual([]);
});
