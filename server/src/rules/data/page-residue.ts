/** What a web page leaves behind when its text is copied. */

/** Anywhere in a line: nobody writes these into a plan. */
export const residueAnywhere: readonly string[] = [
  '</?(?:p|br|div|span|strong|font|a|b|img|table|td|tr)(?:\\s[^<>]{0,80})?/?>',
  '(?<![a-zA-Z<])/?(?:p|div|span)>',
  '&(?:nbsp|ldquo|rdquo|quot|lt|gt|amp|mdash|hellip);',
];

/** Only where the line begins with them, whole lines that come from the page around the text. */
export const residueLines: readonly string[] = [
  '浏览次数',
  '瀏覽次數',
  '查看人数',
  '查看人數',
  '阅读次数',
  '閱讀次數',
  '点击数',
  '文档评论',
  '文檔評論',
  '相关文档',
  '相關文檔',
  '相关推荐',
  '相关阅读',
  '上一篇[:：]',
  '下一篇[:：]',
  '点击下载',
  '打印本页',
  '关闭窗口',
  '分享到[:：]?',
  '责任编辑[:：]',
  '当前位置[:：]',
  '當前位置[:：]',
  '您的位置[:：]',
  '字体[:：]',
  '發布時間[:：]',
  '发布时间[:：]',
  '导语[:：]',
  '欢迎光临',
  '歡迎光臨',
  '版权所有',
  '本文来源[:：]',
  '文章来源[:：]',
  '[0-9]{0,2}亿?VIP',
];

/** A line with one of these is the page's, wherever they stand in it. */
export const residueSentences: readonly string[] = [
  '不代表本站',
  '来源于网友上传',
  '咨询客服',
  '文章来源[:：]',
];
