/** Congresses whose decisions a document of the time carries out, with the year of each. */
export const partyCongresses: readonly { readonly name: string; readonly year: number }[] = [
  { name: '十六', year: 2002 },
  { name: '十七', year: 2007 },
  { name: '十八', year: 2012 },
  { name: '十九', year: 2017 },
  { name: '二十', year: 2022 },
];
