import { readFileSync } from 'node:fs';
import { PlanTree, splitLines } from './src/syntax/document.ts';
import { tokenize } from './src/syntax/tokens.ts';
import { parseStatement } from './src/syntax/parser.ts';
import { PlanModel } from './src/model/model.ts';
import { PlanDocument } from './src/workspace/document.ts';
const text=readFileSync('/tmp/g10k.plan','utf8');
const lines=[...splitLines(text)].map(x=>x[0]);
const tasks:Record<string,()=>void>={
 floor:()=>{let h=0;for(let i=0;i<text.length;i++)h=(h*31+text.charCodeAt(i))|0;(globalThis as any).h=h},
 lex:()=>{for(const l of lines)tokenize(l,'line')},
 parse:()=>{for(const l of lines)parseStatement(l)},
 tree:()=>{PlanTree.parse(text)},
 model:()=>{PlanModel.of(PlanTree.parse(text))},
 check:()=>{PlanDocument.open('f:///a',text).findings()}};
const r:Record<string,number[]>={};
for(let i=0;i<25;i++)for(const k in tasks){const t=performance.now();tasks[k]();(r[k]??=[]).push(performance.now()-t)}
for(const k in r){const a=r[k].sort((a,b)=>a-b);console.log(k,'med',a[12].toFixed(1),'min',a[0].toFixed(1))}
