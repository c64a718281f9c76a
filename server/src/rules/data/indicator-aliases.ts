/** Names that towns and counties use for one and the same indicator. Simplified characters. */
export const indicatorAliases: readonly (readonly string[])[] = [
  ['地区生产总值', '国内生产总值', '镇域生产总值', '县域生产总值', '国民生产总值'],
  ['农村居民人均可支配收入', '农民人均可支配收入', '农民可支配收入'],
  ['社会消费品零售总额', '社会商品零售总额'],
  ['一般公共预算收入', '地方财政一般预算收入', '公共财政预算收入'],
];
