/**
 * Words that a program put in when it changed the script: in the other script a mainland office says
 * something else. Whole words only.
 */
export const convertedWords: readonly (readonly [wrong: string, right: string])[] = [
  ['民眾路線', '群眾路線'],
  ['民众路线', '群众路线'],
  ['乾群', '幹群'],
  ['計畫生育', '計劃生育'],
  ['计画生育', '计划生育'],
  ['幼稚園', '幼兒園'],
  ['中心國小', '中心小學'],
  ['中心国小', '中心小学'],
  ['實際到帳', '實際到賬'],
  ['品質監督', '質量監督'],
  ['高品質發展', '高質量發展'],
];
