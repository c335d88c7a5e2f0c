const NAME_PART = /[\p{ID_Continue}]/u;

/** True when a text has a name in it that is not a part of a longer one. Takes any text for a name; the empty one is in none. */
export function hasWord(text: string, name: string): boolean {
  if (name === '') return false;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!isPartOfName(text[at - 1]) && !isPartOfName(text[at + name.length])) return true;
  }
  return false;
}

function isPartOfName(character: string | undefined): boolean {
  return character !== undefined && NAME_PART.test(character);
}

/** True for what `import` can take: identifiers with dots between them. */
export function isDottedName(text: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*(?:\.[\p{ID_Start}_][\p{ID_Continue}]*)*$/u.test(text);
}
