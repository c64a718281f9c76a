/**
 * Text from bytes. Plans are UTF-8; text that older Chinese programs saved is GB18030 (which covers GBK and GB2312)
 * or UTF-16, and is read as such, since a refusal would only send its owner looking for a converter.
 */

/** `broken-utf-8` holds U+FFFD where bytes could not be read; of `none`, a picture for one, nothing can be read. */
export type Encoding = 'utf-8' | 'utf-16' | 'gb18030' | 'broken-utf-8' | 'none';

export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  if (!text.includes('\ufffd')) return { text, encoding: 'utf-8' };
  const strict = decodeStrictly(bytes, 'utf-8');
  // The file may hold U+FFFD itself.
  if (strict !== undefined) return { text: strict, encoding: 'utf-8' };
  if (!mostlyBroken(text)) return { text, encoding: 'broken-utf-8' };
  const chinese = decodeStrictly(bytes, 'gb18030');
  if (chinese !== undefined) return { text: chinese, encoding: 'gb18030' };
  // A disk that fails leaves zeros in a text too, but then most of the text is still there.
  return { text, encoding: text.includes('\0') ? 'none' : 'broken-utf-8' };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Chinese in GB18030, read as UTF-8, breaks nearly everywhere, and a damaged UTF-8 file only in places. Most UTF-8
 * would pass as GB18030, so that trying is not enough.
 */
function mostlyBroken(text: string): boolean {
  let broken = 0;
  let sound = 0;
  for (const character of text) {
    if (character === '\ufffd') broken += 1;
    else if (character > '\u007f') sound += 1;
  }
  return broken > sound;
}
