import { readFileSync } from 'node:fs';
import { PlanDocument } from './src/workspace/document.ts';
const text=readFileSync('/tmp/g10k.plan','utf8');
for(let i=0;i<12;i++){const t=performance.now();PlanDocument.open('f:///a',text).findings();if(i%3==0)console.log((performance.now()-t).toFixed(0))}
