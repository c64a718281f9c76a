/** As much of it as is used here; it comes without types. */
declare module 'markdown-it' {
  export default class MarkdownIt {
    constructor(options: { readonly html: boolean; readonly breaks: boolean });
    render(markdown: string): string;
  }
}
