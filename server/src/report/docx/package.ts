/** The files of a Word document in one archive that is the same whenever it is made. */
import { strFromU8, strToU8, type Unzipped, unzipSync } from 'fflate';
import { archiveOf } from '../archive.ts';

type Part = string | ((made: string) => string);

/** Packs an archive again with parts replaced or mended, and without the time of day. */
export function packed(archive: ArrayBuffer, parts: Readonly<Record<string, Part>>): Uint8Array {
  const files = unzipSync(new Uint8Array(archive));
  for (const [path, part] of Object.entries(parts)) {
    files[path] = mended(files[path], typeof part === 'string' ? () => part : part);
  }
  return archiveOf(withMetafiles(files));
}

/**
 * The only pictures besides SVG are metafiles, which the library takes for PNG. They get their own name in the archive,
 * in the list of relations and in that of types.
 */
function withMetafiles(files: Unzipped): Unzipped {
  const renamed: Unzipped = {};
  for (const [path, bytes] of Object.entries(files)) {
    if (path === 'word/_rels/document.xml.rels') {
      renamed[path] = mended(bytes, (text) => text.replace(/("media\/\w+)\.png"/g, '$1.emf"'));
    } else if (path === '[Content_Types].xml') {
      renamed[path] = mended(bytes, (text) =>
        text.replace(/<Types[^>]*>/, '$&<Default Extension="emf" ContentType="image/x-emf"/>'),
      );
    } else {
      renamed[path.replace(/^(word\/media\/\w+)\.png$/, '$1.emf')] = bytes;
    }
  }
  return renamed;
}

function mended(bytes: Uint8Array, mend: (text: string) => string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(strToU8(mend(strFromU8(bytes))));
}
