// When what happened to a version of the document, for whoever measures: marks in the browser's own timeline.

export function mark(name: 'settled' | 'received' | 'shown', version: number): void {
  const whole = `planwright-${name}`;
  // Only the last one is kept; observers are told of each.
  performance.clearMarks(whole);
  performance.mark(whole, { detail: version });
}
