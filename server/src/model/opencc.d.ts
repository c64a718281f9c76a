/** opencc-js ships no types for its dictionaries: pairs, such as `traditional simplified`, joined by `|`. */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
