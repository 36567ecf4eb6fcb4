// What Windows-1252 has beyond Latin-1; the standard PDF fonts know no other letters.
const BEYOND_LATIN_1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', ı: 'i' }

/**
 * Turns text into letters that the standard PDF fonts have: marks are dropped where the letter with
 * its mark is missing (`ń` becomes `n`), emoji go, and any other character becomes `?`.
 */
export function fitLatin(text: string): string {
  const fitted = Array.from(text.normalize('NFC'), (character) => {
    if (isKnown(character)) return character
    if (/\p{Extended_Pictographic}|\p{M}|\u200d/u.test(character)) return ''
    const plain = PLAIN_LETTERS[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '')
    return isKnown(plain) ? plain : '?'
  })
  return fitted.join('').trimEnd()
}

function isKnown(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) || BEYOND_LATIN_1.includes(character)
}
