/** Names and values of data as they are written in a model. */
import { isPlainName, writtenText } from '@merit-lang/language'

/** `Total Visits` and `totalVisits` become `total_visits`; never empty, never beginning with a digit. */
export function attributeName(key: string): string {
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
  const name = words.join('_').replace(/[^a-z0-9_]/g, character => simple(character))
  return name === '' ? 'column' : /^\d/.test(name) ? `_${name}` : name
}

/** Without its accents, where that leaves a plain letter. */
function simple(character: string): string {
  const [base = ''] = character.normalize('NFD')
  return /[a-z0-9]/.test(base) ? base : /\p{L}/u.test(character) ? character : ''
}

/** `name`, or `name_2`, `name_3` … where it is taken; then it is taken too. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let next = 2; taken.has(free); next++) free = `${name}_${next}`
  taken.add(free)
  return free
}

/** On one line, whatever the data. */
export function textLiteral(text: string): string {
  return writtenText(text.replace(/[\n\r\t]+/g, ' '))
}

/** A value of a list of choices: bare where it reads as a name and is none of those given. */
export function valueText(value: string, names: ReadonlySet<string>): string {
  const bare = /^[A-Za-z]\w*$/.test(value) && isPlainName(value.toLowerCase()) && !names.has(value)
  return bare ? value : textLiteral(value)
}

/** A comment in lines of at most 100 columns. */
export function comment(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(.{1,98})( |$)/g, '# $1\n')
    .trimEnd()
}
