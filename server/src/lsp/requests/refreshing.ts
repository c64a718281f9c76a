/** When a client has to ask again although nobody has typed: other settings, or an included file that changed. */

import type { Documents } from '../documents.ts';
import type { OpenDocument } from '../open-document.ts';

/** Calls back when a document has been looked at again in the very state that was told before. */
export function onSettledAgain(documents: Documents, listener: () => void): void {
  const settled = new WeakMap<OpenDocument, number>();
  documents.onSettled((document) => {
    const again = settled.get(document) === document.version;
    settled.set(document, document.version);
    if (again) listener();
  });
}
