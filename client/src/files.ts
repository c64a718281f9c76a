// Files as the server sends and takes them, and what they are called.

import type { Uri } from 'vscode';

/** What the server has made, as it sends it. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export function nameOf(file: Uri): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}

export function base64Of(bytes: Uint8Array): string {
  const some = 0x8000;
  let characters = '';
  for (let at = 0; at < bytes.length; at += some) {
    characters += String.fromCharCode(...bytes.subarray(at, at + some));
  }
  return btoa(characters);
}
