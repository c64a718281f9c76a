import { readFileSync } from 'node:fs';
import { mayClaim, readProse } from './src/model/prose.ts';
import { PlanTree } from './src/syntax/document.ts';
import { parseClaims } from './src/syntax/parser.ts';

const file = process.argv[2];
const max = Number(process.argv[3] ?? 400);
const skip = Number(process.argv[4] ?? 0);
let n = 0;
let text = readFileSync(file, 'utf8');
if (/003_/.test(file)) text = text.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/g, '');
for (const [i, l] of text.split('\n').entries()) {
  if (!l.trim() || !mayClaim(l)) continue;
  const tree = PlanTree.parse(l, { proseOnly: true });
  const line = tree.lines.at(0);
  const st = line.statement as any;
  const offset = st.kind === 'heading' ? (st.title?.start ?? 0) : 0;
  const claims = readProse(parseClaims(l.slice(offset)), {
    line,
    offset,
    scope: {},
    role: 'result',
  });
  if (claims.length === 0) continue;
  if (n++ < skip) continue;
  if (n > skip + max) break;
  console.log(`\n#${i + 1} ${l}`);
  for (const c of claims) {
    const ch = c.change;
    console.log(
      '   ',
      `【${l.slice(c.start, c.end)}】`,
      c.indicator,
      '|',
      c.role[0],
      c.comparator ?? '',
      c.from ? `${c.from}→` : '',
      c.low ? `${c.low}~${c.high}` : (c.value ?? (c.mask !== undefined ? `?${c.mask}` : '')),
      c.unit,
      ch
        ? `Δ${ch.kind} ${ch.value ?? ch.mask}${ch.unit}${ch.comparator ?? ''}${ch.ratio ? 'R' : ''}`
        : '',
      c.period ? `${c.period.from}-${c.period.to}${c.period.part ?? ''}` : '',
      c.average ? 'AVG' : '',
      c.total ? 'TOT' : '',
      c.share ? `SHARE(${c.of})` : '',
      c.completion ? 'COMPL' : '',
      c.rank ? 'RANK' : '',
      c.qualitative ?? '',
    );
  }
}
