/** How text of a model stands in generated code: it can end no string, no comment, and no script element around it. */

/** A string literal of JavaScript and TypeScript. */
export function literal(text: string): string {
  return JSON.stringify(text)
    .replace(/[\u2028\u2029]/g, escapeUnit)
    .replaceAll('</', '<\\/')
    .replaceAll('<!', '<\\!')
}

/** The key of a property, quoted where it has to be. */
export function key(name: string): string {
  return /^[a-z_$][\w$]*$/i.test(name) && name !== '__proto__' ? name : literal(name)
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16)}`
}

/** In a comment, of one line or between slash and star. */
export function inComment(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replaceAll('*/', '* /')
    .replaceAll('</', '< /')
    .replaceAll('<!', '< !')
    .trim()
}

/** Text at the left margin, two spaces further in. Lines stay lines: `literal` leaves none inside a string. */
export function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
