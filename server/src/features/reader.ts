import type { Message } from '../model/types.ts';
import { toTraditional } from './traditional.ts';

/** Whom a feature speaks to. The reader's language need not be the document's. */
export interface Reader {
  readonly language: 'zh' | 'en';
  /** Reads traditional characters; only where the language is Chinese. */
  readonly traditional: boolean;
  /** The sentence in the reader's language and script; what it quotes stays as the document has it. */
  say(message: Message): string;
}

/** A reader by a BCP 47 tag such as `zh-cn`, `zh-Hant-HK` or `en-GB`. */
export function readerOf(locale: string | undefined): Reader {
  const language = locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const traditional = language === 'zh' && /-(?:tw|hk|mo|hant)\b/i.test(locale ?? '');
  return {
    language,
    traditional,
    say: (message) => {
      if (language === 'en') return message.en;
      return traditional ? inTraditional(message) : message.zh;
    },
  };
}

/** Our words in traditional characters, and the document's as they are. */
function inTraditional(message: Message): string {
  const quoted = quotedIn(message.en).map(literally);
  if (quoted.length === 0) return toTraditional(message.zh);
  const pieces = message.zh.split(new RegExp(`(${quoted.join('|')})`));
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : toTraditional(piece))).join('');
}

/**
 * What an English sentence has in Chinese is not ours but the document's: its names, figures and words, and the
 * Chinese sentence has the same. The longest first, since one may hold another.
 */
function quotedIn(english: string): string[] {
  const found = english.match(
    /“[^“”]*\p{Script=Han}[^“”]*”|\d[\d.,]*\p{Script=Han}+|\p{Script=Han}{2,}/gu,
  );
  // Words in quotation marks may be quoted otherwise in Chinese.
  const inside = found?.flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? []);
  return [...new Set([...(found ?? []), ...(inside ?? [])])].sort((a, b) => b.length - a.length);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
