/** （1） right below 一、: a level of headings was left out. */
import type { Line } from '../../syntax/tree.ts';
import { beginsBold, headingOn, mayBeBoldHeading } from '../bold.ts';
import type { DocumentRule, Edit, Finding, Fix } from '../rule.ts';
import { either, isHeading } from '../signals.ts';

const levelForms = ['', '一、', '（一）', '1.', '（1）'];
const hashForms = ['', '#', '##', '###', '####'];

const rule: DocumentRule = {
  name: 'heading-level-skip',
  tier: 'hint',
  scope: 'document',
  kinds: ['heading', 'prose'],
  waitsFor: either(isHeading, beginsBold),
  reads: (line) => line.kind === 'heading' || mayBeBoldHeading(line),
  title: { zh: '标题跳级', en: 'Heading level left out' },
  description: {
    zh: '标题的层次依次为“一、”“（一）”“1.”“（1）”。中间跳过了一级，或全文从“（一）”开始。只有两级时，“一、”下面直接用“1.”是通行的写法，不提示。',
    en: 'The levels of headings are 一、（一）1.（1）, or # to ####. One of them was left out, or the document begins below the first. With two levels only, 1. right below 一、 is common practice and left alone.',
  },
  basis: 'GB/T 9704-2012, 7.3.3',
  examples: {
    wrong: [
      '⟦（一）⟧农业\n（二）工业',
      '一、农业\n⟦（1）⟧种植\n（2）养殖',
      '# Roads\n⟦###⟧ Mill Lane',
    ],
    right: [
      '一、农业\n（一）种植\n1.水稻\n（1）育秧',
      '一、农业\n1.种植\n2.养殖',
      '**一、农业**\n（一）种植',
      '# Roads\n## Mill Lane',
    ],
  },
  check(lines, _model, report) {
    let parent = 0;
    const told = new Set<string>();
    for (const line of lines) {
      const statement = headingOn(line);
      if (!statement) continue;
      const { level, style, marker } = statement;
      const fromFirstToThird = style === 'arabic' && parent === 1;
      // Told once for each pair of levels: the next ones follow the same pattern.
      const step = `${style} ${parent} ${level}`;
      if (level > parent + 1 && !fromFirstToThird && !told.has(step)) {
        told.add(step);
        const forms = style === 'hash' ? hashForms : levelForms;
        const place = { line, start: marker.start, end: marker.end };
        const fixes = style === 'hash' ? [raise(lines, line, level, parent + 1)] : [];
        report({ ...findingOf(forms, parent, level, marker.text, place), fixes });
        // Its siblings stand on the same level and are as they should be.
      }
      parent = level;
    }
  },
};

/** Takes the heading, those beside it and those below them up to the level that was left out. */
function raise(lines: readonly Line[], first: Line, level: number, to: number): Fix {
  const edits: Edit[] = [];
  for (const line of lines.slice(lines.indexOf(first))) {
    const { statement } = line;
    if (statement.kind !== 'heading') continue;
    if (statement.level < level) break;
    if (statement.style !== 'hash') continue;
    const { start } = statement.marker;
    edits.push({ line, start, end: start + level - to, newText: '' });
  }
  return {
    title: {
      zh: `把这${edits.length}个标题提到“${hashForms[to]}”这一级`,
      en: `Take these ${edits.length} headings up to “${hashForms[to]}”`,
    },
    edits,
  };
}

function findingOf(
  forms: readonly string[],
  parent: number,
  level: number,
  marker: string,
  place: Pick<Finding, 'line' | 'start' | 'end'>,
): Finding {
  const missing = forms[parent + 1];
  return {
    ...place,
    message:
      parent === 0
        ? {
            zh: `标题从“${marker}”开始，上面没有“${missing}”这一级。`,
            en: `The headings begin at “${marker}” without the level “${missing}” above it.`,
          }
        : {
            zh: `“${forms[parent]}”下面直接用了“${forms[level]}”，跳过了“${missing}”这一级。`,
            en: `“${forms[level]}” follows “${forms[parent]}”; the level “${missing}” was left out.`,
          },
  };
}

export default rule;
