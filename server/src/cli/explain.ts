/** `planwright explain FILE:LINE`: how every figure of a line stands to the others, sum by sum. */
import { type Explanation, explain as explainLine, type Verdict } from '../model/explanations.ts';
import type { Message, Place } from '../model/types.ts';
import { choice, parse } from './arguments.ts';
import { type OpenedFile, openPlan } from './files.ts';
import { fileOf, rangeOf } from './places.ts';
import { CommandError, say, type Terminal } from './terminal.ts';

export async function explain(words: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(words, {
    format: { type: 'string', default: 'pretty' },
    config: { type: 'string' },
  });
  const format = choice('--format', values.format, ['pretty', 'json']);
  const [place, ...more] = positionals;
  const [, name, number] = /^(.+):(\d+)$/.exec(place ?? '') ?? [];
  if (name === undefined || more.length > 0) {
    throw new CommandError({
      zh: 'explain需要文件和行号：planwright explain 文件:行号',
      en: 'explain needs a file and a line: planwright explain FILE:LINE',
    });
  }
  const file = await openPlan(name, terminal, values.config);
  const { tree, model } = file.document;
  const index = Number(number) - 1;
  if (index < 0 || index >= tree.lines.length) {
    throw new CommandError({
      zh: `${name}只有${tree.lines.length}行，没有第${number}行。`,
      en: `${name} has ${tree.lines.length} lines; there is no line ${number}.`,
    });
  }
  const explanations = explainLine(tree.lines.at(index), model);
  if (format === 'json') {
    const records = explanations.map((explanation) => recordOf(explanation, file, terminal));
    terminal.stdout.write(`${JSON.stringify(records, undefined, 2)}\n`);
  } else {
    terminal.stdout.write(`${tree.lines.at(index).text.trim()}\n`);
    for (const explanation of explanations) print(explanation, file, terminal);
    if (explanations.length === 0) terminal.stdout.write(`  ${say(terminal, noFigures)}\n`);
  }
  return 0;
}

const noFigures: Message = { zh: '这一行没有说数。', en: 'This line tells no figures.' };
const alone: Message = { zh: '没有别的数与它相关', en: 'no other figure has to do with it' };

const verdicts: Readonly<Record<Verdict, Message>> = {
  agrees: { zh: '相符', en: 'agrees' },
  loose: { zh: '四舍五入后相符', en: 'agrees by rounding' },
  disagrees: { zh: '不符', en: 'disagrees' },
  follows: { zh: '可推算', en: 'follows' },
  open: { zh: '无从核对', en: 'cannot be checked' },
};

function print({ told, relations }: Explanation, file: OpenedFile, terminal: Terminal): void {
  const { stdout } = terminal;
  stdout.write(`\n  ${say(terminal, told)}\n`);
  if (relations.length === 0) stdout.write(`    ${say(terminal, alone)}\n`);
  for (const { verdict, sum, remark, places } of relations) {
    const verdictText = say(terminal, verdicts[verdict]);
    const because = remark ? ` — ${say(terminal, remark)}` : '';
    stdout.write(`    ${say(terminal, sum)}  [${verdictText}]${because}\n`);
    for (const place of places) {
      stdout.write(`      ${whereIs(place, file)}  ${say(terminal, place.message)}\n`);
    }
  }
}

/** `plan.plan:12:5`, one-based as editors count; figures of another file tell that file. */
function whereIs(place: Place, file: OpenedFile): string {
  const { chunk, indexInChunk } = place.line;
  return `${fileOf(place, file)}:${chunk.firstLine + indexInChunk + 1}:${place.start + 1}`;
}

function recordOf(
  { claim, told, relations }: Explanation,
  file: OpenedFile,
  terminal: Terminal,
): object {
  const { tree } = file.document;
  return {
    range: rangeOf(claim, tree),
    text: claim.line.text.slice(claim.start, claim.end),
    told: say(terminal, told),
    relations: relations.map(({ verdict, sum, remark, places }) => ({
      verdict,
      sum: say(terminal, sum),
      ...(remark ? { remark: say(terminal, remark) } : {}),
      places: places.map((place) => ({
        file: fileOf(place, file),
        range: rangeOf(place, tree),
        message: say(terminal, place.message),
      })),
    })),
  };
}
