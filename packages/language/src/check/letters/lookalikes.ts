/** Letters that look like others: those that most typefaces draw alike, out of Unicode's confusables (UTS 39). */

export type Script = 'Latin' | 'Greek' | 'Cyrillic' | 'Armenian'
export type OtherScript = Exclude<Script, 'Latin'>

/** Letters of the script, and below each the Latin one that it looks like. */
const alike = {
  Greek: [
    'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ', //
    'ABEZHIKMNOPTYXovp',
  ],
  Cyrillic: [
    'АВЕЅІЈКМНОРСТУХԚԜаеѕіјорсухһԁԛԝѵӏ', //
    'ABESIJKMHOPCTYXQWaesijopcyxhdqwvl',
  ],
  Armenian: [
    'ՕՍցհոօս', //
    'OUghnou',
  ],
} satisfies { [S in OtherScript]: readonly [theirs: string, latin: string] }

export const otherScripts = Object.keys(alike) as readonly OtherScript[]

const scripts = {
  Latin: /^\p{Script=Latin}$/u,
  Greek: /^\p{Script=Greek}$/u,
  Cyrillic: /^\p{Script=Cyrillic}$/u,
  Armenian: /^\p{Script=Armenian}$/u,
} satisfies { [S in Script]: RegExp }

/** Undefined for signs, and for scripts without letters that look like Latin ones. */
export function scriptOf(letter: string): Script | undefined {
  return (Object.keys(scripts) as Script[]).find(script => scripts[script].test(letter))
}

const latin = new Map(otherScripts.flatMap(script => pairs(alike[script])))
const twins = {
  Greek: reversed('Greek'),
  Cyrillic: reversed('Cyrillic'),
  Armenian: reversed('Armenian'),
} satisfies { [S in OtherScript]: ReadonlyMap<string, string> }

function pairs([theirs, plain]: readonly [string, string]): readonly (readonly [string, string])[] {
  const letters = [...plain]
  return [...theirs].map((letter, i) => [letter, letters[i] as string])
}

function reversed(script: OtherScript): ReadonlyMap<string, string> {
  return new Map(pairs(alike[script]).map(([theirs, plain]) => [plain, theirs]))
}

/** Wide letters, those of formulas, and letters that print has joined. */
const forms = /^[\uFB00-\uFB06\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7CB}]$/u

/** The Latin letters that it looks like; undefined where it looks like none, or is one. */
export function latinLike(letter: string): string | undefined {
  const plain = latin.get(letter) ?? (forms.test(letter) ? letter.normalize('NFKC') : undefined)
  return plain && /^[A-Za-z]+$/.test(plain) ? plain : undefined
}

/** The letter of the other script that a Latin one looks like. */
export function twinIn(script: OtherScript, letter: string): string | undefined {
  return twins[script].get(letter)
}
