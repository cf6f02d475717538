/** Characters that do not show what they are: whoever reads the text takes a name or a value for another. */
import * as problem from '../../diagnostics/check/index.ts'
import { type Diagnostic, report } from '../../diagnostics/diagnostic.ts'
import type { SourceText, Span } from '../../syntax/source.ts'
import { latinLike, type OtherScript, otherScripts, type Script, scriptOf, twinIn } from './lookalikes.ts'

/** Texts without any of these, which is most texts, have none of it. */
const perhaps = /[\u00a0\u00ad\u0370-\u{10ffff}]/u

/** Works on any text, also on one that cannot be parsed. */
export function deceptionsIn(source: SourceText): readonly Diagnostic[] {
  if (!perhaps.test(source.text)) return []
  const words = wordsIn(source)
  const meant = new Set(otherScripts.filter(script => words.some(word => isPlainly(script, word))))
  return [
    ...bidirectional(source),
    ...words.filter(({ isComment }) => !isComment).flatMap(word => misread(word, meant)),
    ...invisible(source),
  ]
}

// ---------------------------------------------------------------- letters

interface Word {
  readonly span: Span
  readonly letters: readonly string[]
  readonly isComment: boolean
}

const comments = /"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|(#[^\r\n]*)/g

function commentsIn({ text }: SourceText): readonly (readonly [start: number, end: number])[] {
  const found = [...text.matchAll(comments)].filter(([, comment]) => comment !== undefined)
  return found.map(({ index, 0: comment }) => [index, index + comment.length])
}

/** Only those that have a letter which is not plain. */
function wordsIn(source: SourceText): readonly Word[] {
  const passedOver = commentsIn(source)
  return [...source.text.matchAll(/[\p{L}\p{M}]+/gu)]
    .filter(([word]) => perhaps.test(word))
    .map(({ index, 0: word }) => ({
      span: { source, start: index, end: index + word.length },
      letters: [...word],
      isComment: passedOver.some(([start, end]) => start <= index && index < end),
    }))
}

const scriptsOf = ({ letters }: Word): ReadonlySet<Script | undefined> => new Set(letters.map(scriptOf))

/** A word of the script that nobody could take for a Latin one: then the text means to be written in it. */
function isPlainly(script: OtherScript, word: Word): boolean {
  const scripts = scriptsOf(word)
  return scripts.has(script) && !scripts.has('Latin') && !word.letters.every(letter => latinLike(letter))
}

function misread(word: Word, meant: ReadonlySet<OtherScript>): readonly Diagnostic[] {
  const strange = word.letters.filter(letter => latinLike(letter))
  const isMixed = word.letters.some(letter => /^[A-Za-z]$/.test(letter))
  const others = otherScripts.filter(script => scriptsOf(word).has(script))
  if (others.length === 0) return strange.length > 0 ? [asLatin(word, strange)] : []
  if (word.letters.every(letter => latinLike(letter) || scriptOf(letter) === 'Latin'))
    return isMixed || (word.letters.length > 1 && others.every(script => !meant.has(script)))
      ? [asLatin(word, strange)]
      : []
  return isMixed ? others.slice(0, 1).flatMap(script => asOther(word, script, strange)) : []
}

function asLatin({ span, letters }: Word, strange: readonly string[]): Diagnostic {
  const plain = letters.map(letter => latinLike(letter) ?? letter).join('')
  return report(problem.confusableText, span, { word: letters.join(''), plain, letters: [...new Set(strange)] })
}

/** A word of another script with Latin letters in it. Where none of them looks like another (`IFNγ`), it shows what it is. */
function asOther({ span, letters }: Word, script: OtherScript, strange: readonly string[]): readonly Diagnostic[] {
  const foreign = letters.filter(letter => scriptOf(letter) === 'Latin')
  const twins = foreign.map(letter => twinIn(script, letter))
  if (strange.length === 0 && twins.includes(undefined)) return []
  const plain = twins.includes(undefined) ? undefined : letters.map(letter => twinIn(script, letter) ?? letter).join('')
  const params = { word: letters.join(''), script, latin: [...new Set(foreign)], plain }
  return [report(problem.mixedScript, span, params)]
}

// ---------------------------------------------------------------- signs that are not seen

function bidirectional(source: SourceText): readonly Diagnostic[] {
  return [...source.text.matchAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu)].map(({ index, 0: sign }) =>
    report(problem.bidirectionalText, { source, start: index, end: index + sign.length }, { code: codeOf(sign) }),
  )
}

const quoted = /#[^\r\n]*|"(?:[^"\\\n]|\\.)*"|`[^`\n]*`/g
const unseen = /\u034f|[\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0]/u
/** Persian, the scripts of India and compound emoji need these. */
const joining = /(?<=[\0-\u024f]|^)[\u200c\u200d]|[\u200c\u200d](?=[\0-\u024f]|$)/u
const space = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u
const unseenOrSpace = new RegExp(`${unseen.source}|${joining.source}|(?<space>${space.source})`, 'gu')

/** In texts and in names in backticks: elsewhere such a sign is a mistake of its own, or space. */
function invisible(source: SourceText): readonly Diagnostic[] {
  return [...source.text.matchAll(quoted)]
    .filter(([part]) => !part.startsWith('#'))
    .flatMap(({ index: from, 0: part }) =>
      [...part.matchAll(unseenOrSpace)].map(({ index, 0: sign, groups }) => {
        const start = from + index
        const params = { within: part, code: codeOf(sign), isSpace: groups?.space !== undefined }
        return report(problem.invisibleCharacter, { source, start, end: start + sign.length }, params)
      }),
    )
}

function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`
}
