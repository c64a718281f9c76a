import type { Message } from '../model/types.ts';

/** Whom a feature speaks to. The reader's language need not be the document's. */
export interface Reader {
  readonly language: 'zh' | 'en';
  /** Reads traditional characters; only where the language is Chinese. */
  readonly traditional: boolean;
  /** The sentence in the reader's language and script. */
  say(message: Message): string;
}

/** A reader by a BCP 47 tag such as `zh-cn`, `zh-Hant-HK` or `en-GB`; `toTraditional` is used for Chinese that is so written. */
export function readerOf(
  locale: string | undefined,
  toTraditional: (text: string) => string = (text) => text,
): Reader {
  const language = locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const traditional = language === 'zh' && /-(?:tw|hk|mo|hant)\b/i.test(locale ?? '');
  return {
    language,
    traditional,
    say: (message) => {
      if (language === 'en') return message.en;
      return traditional ? toTraditional(message.zh) : message.zh;
    },
  };
}
