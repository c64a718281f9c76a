/** The bundler puts the grammar in as text. */
declare module '*.langium' {
  const text: string;
  export default text;
}
