import type { SkeletonTexts } from '../skeletons.ts';

export const englishSkeletons: SkeletonTexts = {
  fiveYearPlan: {
    title: 'Five-year plan (whole document)',
    text: `plan: ⟦Our Township⟧ Development Plan ⟨年⟩–⟨年+4⟩
period: ⟨年⟩–⟨年+4⟩
baseline: ⟨年-1⟩
issuer: ⟦Our Township⟧ Board

# Where we stand
⟦What was achieved in the last five years; put a figure to every statement.⟧
⟦What is still missing.⟧

# What guides us
⟦What matters most, and why.⟧

# Targets
⟦One paragraph on what residents will find in five years.⟧

indicator Gross township product (million yuan)
binding: expected
⟨年-1⟩: ⟦xx⟧ million yuan

indicator Disposable income per person (yuan)
binding: expected
⟨年-1⟩: ⟦xx⟧ yuan

indicator Grain harvest (tonnes)
binding: binding
⟨年-1⟩: ⟦xx⟧ tonnes

target Gross township product: reach ⟦xx⟧ million yuan
target Disposable income per person: reach ⟦xx⟧ yuan
target Grain harvest: at least ⟦xx⟧ tonnes

table Main indicators

# Tasks
## Farms and businesses
measure ⟦One thing that will be done⟧
owner: ⟦The office that answers for it⟧
due: end of ⟨年+2⟩
budget: ⟦xx⟧ million yuan

## Services for residents
measure ⟦Another thing that will be done⟧
owner: ⟦The office that answers for it⟧
due: end of ⟨年+4⟩

# How it will be carried out
- ⟦Who coordinates it.⟧
- ⟦How progress is checked.⟧
`,
  },
  annualPlan: {
    title: 'Annual plan (whole document)',
    text: `annual plan: ⟦Our Township⟧ Work Plan ⟨年⟩
period: ⟨年⟩
baseline: ⟨年-1⟩
issuer: ⟦Our Township⟧ Board

# What this year is about
⟦In a few sentences: what comes first, and why.⟧

# Targets
indicator Fixed-asset investment (million yuan)
⟨年-1⟩: ⟦xx⟧ million yuan

target Fixed-asset investment: reach ⟦xx⟧ million yuan
target Disposable income per person: grow ⟦x⟧%

# Tasks
measure ⟦One thing that will be done⟧
owner: ⟦The office that answers for it⟧
with: ⟦Who helps⟧
due: end of June
budget: ⟦xx⟧ million yuan

measure ⟦Another thing that will be done⟧
owner: ⟦The office that answers for it⟧
due: end of ⟨年⟩

# How it will be carried out
- ⟦Who does what.⟧
- ⟦When it is checked.⟧
`,
  },
  summary: {
    title: 'Summary (whole document)',
    text: `summary: ⟦Our Township⟧ Summary of Work ⟨年⟩
period: ⟨年⟩
baseline: ⟨年-1⟩
issuer: ⟦Our Township⟧ Board

# What was reached
indicator Fixed-asset investment (million yuan)
⟨年-1⟩: ⟦xx⟧ million yuan

result Fixed-asset investment: reached ⟦xx⟧ million yuan
result Disposable income per person: reached ⟦xx⟧ yuan

# How it was done
⟦What was done, how, and what came of it.⟧

# What went wrong
- ⟦One problem, and its cause.⟧
- ⟦Another problem.⟧

# What comes next
⟦What will be done first next year.⟧
`,
  },
  report: {
    title: 'Report (whole document)',
    text: `report: ⟦Our Township⟧ Report on the Work of ⟨年⟩
period: ⟨年⟩
baseline: ⟨年-1⟩
issuer: ⟦Our Township⟧ Board

# Looking back on ⟨年⟩
⟦One paragraph on the year as a whole.⟧

result Gross township product: reached ⟦xx⟧ million yuan
result Revenue: reached ⟦xx⟧ million yuan

table Main indicators

# Difficulties
⟦What residents are not satisfied with yet.⟧

# Tasks for ⟨年+1⟩
target Gross township product: by ⟨年+1⟩ reach ⟦xx⟧ million yuan

measure ⟦One thing that will be done⟧
owner: ⟦The office that answers for it⟧
due: end of ⟨年+1⟩
`,
  },
  target: {
    title: 'target (how much is to be reached)',
    text: 'target ⟦Name⟧: reach ⟦xx⟧ ⟦million yuan⟧',
  },
  measure: {
    title: 'measure (owner, due, budget)',
    text: 'measure ⟦What will be done⟧\nowner: ⟦The office that answers for it⟧\ndue: end of ⟦June⟧ ⟨末年⟩\nbudget: ⟦xx⟧ million yuan\n',
  },
  indicator: {
    title: 'indicator (nature, definition, base figure)',
    text: 'indicator ⟦Name⟧ (⟦million yuan⟧)\nbinding: ⟦expected⟧\ndefinition: ⟦what exactly is counted⟧\n⟨基期⟩: ⟦xx⟧ ⟦million yuan⟧\n',
  },
  table: {
    title: 'table (indicators and years)',
    text: 'table ⟦Main indicators⟧\n| Indicator | ⟨基期⟩ | ⟨末年⟩ |\n| --- | --- | --- |\n| ⟦Name⟧ (⟦million yuan⟧) |  |  |\n',
  },
};
