/** What a client chooses along with a command; nobody has looked at the values yet. */
export type Options = Readonly<Record<string, unknown>>;

/** The choice as a property, where it is one that there is. */
export function oneOf<Name extends string, Choice extends string>(
  name: Name,
  choices: readonly Choice[],
  chosen: unknown,
): { [name in Name]?: Choice } {
  return choices.some((choice) => choice === chosen)
    ? ({ [name]: chosen } as { [name in Name]: Choice })
    : {};
}
