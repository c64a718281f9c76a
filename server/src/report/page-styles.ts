/** What is other on paper than on a screen, besides the page itself. */
export const paperRules = `  h2, h3, h4, h5 { line-height: inherit; }
  h1 { font-size: 22pt; }
  .annex {
    margin: 0;
    break-before: page;
  }
  table, .note, figcaption { font-size: 10.5pt; line-height: 1.4; }
`;

/**
 * The looks of a page of its own: an official document by GB/T 9704-2012 on paper (5.2, 7.3), and
 * a sheet of it on a screen. Typefaces are named, never carried: the reader's machine has them or
 * has the next in the list.
 */
export const pageStyles = `/* Digits and Latin letters in a Roman face; quotation marks stay with the Chinese face, full-width. */
@font-face {
  font-family: "report-roman";
  src: local("Times New Roman"), local("TimesNewRomanPSMT"), local("Liberation Serif"), local("Tinos");
  unicode-range: U+25, U+2B, U+2D-39, U+41-5A, U+61-7A;
}
:root {
  --title: "FZXiaoBiaoSong-B05S", "方正小标宋简体", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "STSong", "SimSun", serif;
  --body: "report-roman", "FangSong_GB2312", "FangSong", "STFangsong", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "SimSun", serif;
  --hei: "SimHei", "Heiti SC", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  --kai: "report-roman", "KaiTi_GB2312", "KaiTi", "STKaiti", "Kaiti SC", "Noto Serif CJK SC", serif;
}
:root:lang(zh-Hant) {
  --title: "Source Han Serif TC", "Noto Serif CJK TC", "Noto Serif TC", "Songti TC", "PMingLiU", "MingLiU", serif;
  --body: "report-roman", "Source Han Serif TC", "Noto Serif CJK TC", "Noto Serif TC", "Songti TC", "PMingLiU", "MingLiU", serif;
  --hei: "Source Han Sans TC", "Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei", "PingFang TC", sans-serif;
  --kai: "report-roman", "BiauKai", "DFKai-SB", "Kaiti TC", "Noto Serif CJK TC", serif;
}
:root:lang(en) {
  --title: "Georgia", "Times New Roman", "Liberation Serif", serif;
  --body: "Georgia", "Times New Roman", "Liberation Serif", serif;
  --hei: "Arial", "Liberation Sans", sans-serif;
  --kai: "Georgia", "Times New Roman", "Liberation Serif", serif;
}
body {
  margin: 0;
  background: #f0f0f0;
  color: #000;
  font: 16px/1.8 var(--body);
}
main {
  box-sizing: border-box;
  max-width: 50em;
  margin: 2em auto;
  padding: 4em 3.5em;
  background: #fff;
  overflow-wrap: anywhere;
  text-align: justify;
}
h1 {
  margin: 0 0 0.8em;
  font: 600 1.4em/1.4 var(--title);
  text-align: center;
  text-wrap: balance;
}
h2, h3, h4, h5 {
  margin: 0.8em 0 0;
  padding-inline-start: 2em;
  font: 400 1em/1.8 var(--body);
  break-after: avoid;
}
h2 { font-family: var(--hei); }
h3 { font-family: var(--kai); }
p {
  margin: 0;
  text-indent: 2em;
}
.run-in { text-indent: 2em; }
.run-in > * {
  display: inline;
  padding: 0;
}
.byline {
  font-family: var(--kai);
  text-align: center;
  text-indent: 0;
}
.byline + :not(.byline) { margin-top: 1em; }
ul {
  margin: 0;
  padding-inline-start: 3em;
}
.measure { margin-top: 0.4em; }
.measure strong {
  font-family: var(--kai);
  font-weight: 600;
}
.measure-facts { font-family: var(--kai); }
table {
  width: 100%;
  margin: 1em 0 0.5em;
  border-collapse: collapse;
  font-size: 0.875em;
  line-height: 1.5;
  text-align: start;
  /* Words and figures stay whole while there is room for them. */
  overflow-wrap: break-word;
}
caption {
  padding: 0.5em 0;
  font-family: var(--hei);
  text-align: center;
}
th, td {
  padding: 0.3em 0.4em;
  border: 1px solid #000;
}
th { font-weight: 400; }
thead th {
  font-family: var(--hei);
  text-align: center;
}
thead .value, thead .average, thead .binding { white-space: nowrap; }
tbody th {
  width: 34%;
  min-width: 9em;
  text-align: start;
}
td:not([class]) { min-width: 5em; }
.category, .value, .average, .binding, .unit, .target, .result, .completion, .verdict { text-align: center; }
.value, .average, .target, .result, .completion { font-variant-numeric: tabular-nums; }
.verdict.missed { font-weight: 600; }
.category { min-width: 4em; }
thead .target, thead .result, thead .completion { white-space: nowrap; }
.binding { white-space: nowrap; }
thead { display: table-header-group; }
/* A title or a head at the foot of a page would stand there without a row. */
caption, thead { break-after: avoid; }
/* Not the whole row: a category over many rows would be kept on one page with them. */
td:not([rowspan]), th { break-inside: avoid; }
.annex {
  margin-top: 3em;
  break-after: avoid;
}
.annex-label {
  font-family: var(--hei);
  text-indent: 0;
}
.annex h2 {
  margin: 0.6em 0 0;
  padding: 0;
  font: 600 1.2em/1.4 var(--title);
  text-align: center;
}
.note {
  font-size: 0.875em;
  text-indent: 0;
}
p.note + :not(.note) { margin-top: 0.8em; }
figure {
  margin: 1em 0;
  text-align: center;
  break-inside: avoid;
}
svg {
  max-width: 100%;
  height: auto;
}
figcaption {
  font-family: var(--hei);
  font-size: 0.875em;
}
mark.problem {
  background: #ffe9a8;
  color: inherit;
}
:root:lang(en) p, :root:lang(en) .run-in { margin: 0.5em 0; text-indent: 0; text-align: start; }
:root:lang(en) h2, :root:lang(en) h3, :root:lang(en) h4, :root:lang(en) h5 { padding: 0; font-weight: 600; }
:root:lang(en) .annex h2 { padding: 0; }
:root:lang(en) .byline { margin: 0; text-align: center; }
@page {
  size: A4;
  margin: 37mm 26mm 35mm 28mm;
  @bottom-center {
    content: "— " counter(page) " —";
    font: 14pt "SimSun", "Noto Serif CJK SC", serif;
  }
}
@media print {
  body {
    background: none;
    font-size: 16pt;
    line-height: 28.95pt;
  }
  main {
    max-width: none;
    margin: 0;
    padding: 0;
  }
${paperRules}}
`;
