/**
 * The keywords, one table: what the lexer, the published list and highlighting follow. Lower case only. A reserved word is
 * a keyword wherever `classify.ts` does not find it standing as a name; a contextual one is a keyword only where `where`
 * says so. In backticks every one of them is a name.
 */

/** What stands around a word: the words or kinds (`Name`, `Number`, `Text` …) of its neighbours, `''` at the ends. */
export interface Surroundings {
  readonly before: string
  readonly beforeThat: string
  readonly after: string
  /** What stands before it ends a value or a modifier, so that no name can follow. */
  readonly endsValue: boolean
  readonly firstOnLine: boolean
}

export interface Keyword {
  readonly word: string
  /**
   * `statement` starts a statement of the file, `item` also stands in a score or group, `line` starts a line of a test.
   * Parsing resumes at these where they stand first on a line.
   */
  readonly role: 'statement' | 'item' | 'line' | 'word'
  readonly doc: string
  /** Absent: reserved. */
  readonly where?: (at: Surroundings) => boolean
}

/** Before these a word is an attribute's name. */
const comparisons = new Set(['=', '!=', '<', '<=', '>', '>=', 'before', 'after', 'in', 'is', 'not', 'within', 'older'])
const calculations = new Set(['+', '*', '/'])
const modifier = (at: Surroundings) => at.endsValue && !comparisons.has(at.after) && !calculations.has(at.after)
const isOneOf =
  (...words: string[]) =>
  (word: string) =>
    words.includes(word)
const afterWord = (...words: string[]) => {
  const fits = isOneOf(...words)
  return (at: Surroundings) => fits(at.before)
}

export const keywords = [
  { word: 'model', role: 'statement', doc: 'Names the model.' },
  { word: 'timezone', role: 'statement', doc: 'The time zone of days, hours and dates without a time.' },
  { word: 'import', role: 'statement', doc: 'Brings the declarations and rules of another file.' },
  { word: 'lead', role: 'line', doc: 'Declares the attributes of a lead, or gives one in a test.' },
  { word: 'event', role: 'line', doc: 'Declares a type of event, or gives an event in a test.' },
  { word: 'list', role: 'statement', doc: 'Names a list of values.' },
  { word: 'let', role: 'statement', doc: 'Names a value.' },
  { word: 'segment', role: 'statement', doc: 'Names a condition.' },
  { word: 'score', role: 'statement', doc: 'A score: a block of rules, or a formula over other scores.' },
  { word: 'grade', role: 'statement', doc: 'Turns a score or conditions into one of several labels.' },
  { word: 'qualify', role: 'statement', doc: 'Says when a lead reaches a stage.' },
  { word: 'disqualify', role: 'statement', doc: 'Rules a lead out of every stage, with a reason.' },
  { word: 'promise', role: 'statement', doc: 'States what must hold for every lead.' },
  { word: 'test', role: 'statement', doc: 'A lead with what is expected of it.' },
  { word: 'when', role: 'item', doc: 'Gives points to leads for whom a condition holds.' },
  { word: 'on', role: 'item', doc: 'Gives points for each event that fits.' },
  {
    word: 'points',
    role: 'item',
    doc: 'A table of points, by the cases of a value or by the first condition that holds.',
    where: at => at.firstOnLine || at.after === 'by' || at.after === 'first',
  },
  { word: 'group', role: 'item', doc: 'Rules that share a cap, floor, weight or condition.' },
  { word: 'default', role: 'item', doc: 'What holds for each event rule of the block that says nothing itself.' },
  {
    word: 'now',
    role: 'line',
    doc: 'The moment at which a test looks at its lead.',
    where: at =>
      at.after === 'Date' || at.before === '{' || (at.firstOnLine && at.before !== 'before' && at.before !== 'after'),
  },
  { word: 'expect', role: 'line', doc: 'What must hold for the lead of a test.' },

  { word: 'and', role: 'word', doc: 'Both conditions hold.' },
  { word: 'or', role: 'word', doc: 'At least one of the conditions holds.' },
  { word: 'not', role: 'word', doc: 'The condition does not hold.' },
  { word: 'in', role: 'word', doc: 'Is one of a list, or within a range.' },
  { word: 'is', role: 'word', doc: 'Asks whether a value is known.' },
  { word: 'true', role: 'word', doc: 'Yes.' },
  { word: 'false', role: 'word', doc: 'No.' },
  { word: 'any', role: 'word', doc: 'There is at least one such event.' },
  { word: 'no', role: 'word', doc: 'There is no such event; also turns a default off.' },
  { word: 'exactly', role: 'word', doc: 'There are exactly so many such events.' },
  {
    word: 'at',
    role: 'word',
    doc: 'At least or at most so many; from a number of points on; at a moment. Of an event, its time.',
    where: at => !comparisons.has(at.after) && at.before !== '=' && at.before !== '!=' && at.before !== ':',
  },
  { word: 'least', role: 'word', doc: 'At least so many.', where: afterWord('at') },
  { word: 'most', role: 'word', doc: 'At most so many.', where: afterWord('at') },
  { word: 'of', role: 'word', doc: 'Of which list, property or score.' },
  { word: 'by', role: 'word', doc: 'By which value, or by what factor.' },
  { word: 'per', role: 'word', doc: 'For each value of a property.' },
  { word: 'match', role: 'word', doc: 'For each value found.', where: afterWord('per') },
  { word: 'from', role: 'word', doc: 'What it is made from, or the key in the data.' },
  { word: 'one', role: 'word', doc: 'One of a list of values.', where: at => at.before === ':' && at.after === 'of' },
  {
    word: 'required',
    role: 'word',
    doc: 'Every lead has it.',
    where: at => at.endsValue && at.after !== ':' && at.after !== '{' && at.after !== '.',
  },
  {
    word: 'unknown',
    role: 'word',
    doc: 'Values that mean that nothing is known.',
    where: at => at.endsValue && at.after === 'in',
  },
  { word: 'within', role: 'word', doc: 'No longer ago than this.' },
  { word: 'older', role: 'word', doc: 'At least this long ago.', where: at => at.after === 'than' },
  { word: 'than', role: 'word', doc: 'At least this long ago.', where: afterWord('older') },
  { word: 'since', role: 'word', doc: 'Not before the latest event of a kind; days since a moment.' },
  { word: 'last', role: 'word', doc: 'The latest event of a kind.', where: afterWord('since') },
  { word: 'next', role: 'word', doc: 'In the coming time.', where: at => at.before === 'in' },
  { word: 'before', role: 'word', doc: 'Earlier than a moment.' },
  { word: 'after', role: 'word', doc: 'Later than a moment; when the loss of points begins.' },
  { word: 'count', role: 'word', doc: 'How many events.', where: at => at.after === 'of' },
  {
    word: 'distinct',
    role: 'word',
    doc: 'How many different values.',
    where: at => at.before === 'of' && at.beforeThat === 'count',
  },
  { word: 'days', role: 'word', doc: 'Days since a moment, with their fraction.', where: at => at.after === 'since' },
  { word: 'except', role: 'word', doc: 'Without these events.' },
  { word: 'then', role: 'word', doc: 'Followed by.' },

  { word: 'add', role: 'word', doc: 'Gives points.' },
  { word: 'subtract', role: 'word', doc: 'Takes points away.' },
  { word: 'multiply', role: 'word', doc: 'Multiplies the points of the block.' },
  { word: 'reset', role: 'word', doc: 'Events before the latest of these count nothing in the block.' },
  { word: 'else', role: 'word', doc: 'In all other cases.' },
  { word: 'cooldown', role: 'word', doc: 'An event counts only so long after the last that counted.' },
  {
    word: 'first',
    role: 'word',
    doc: 'Only the earliest events; the first condition that holds; the earliest event.',
    where: at => at.before === 'points' || at.before === 'since' || (at.endsValue && at.after !== 'of'),
  },
  { word: 'once', role: 'word', doc: 'Only the latest event, of all or of each value.', where: at => at.endsValue },
  {
    word: 'times',
    role: 'word',
    doc: 'The latest so many events.',
    where: at => at.endsValue && (at.beforeThat === 'most' || at.before === ')'),
  },
  { word: 'decay', role: 'word', doc: 'Points fade as the event ages.' },
  { word: 'cap', role: 'word', doc: 'Never more points than this.', where: modifier },
  { word: 'floor', role: 'word', doc: 'Never fewer points than this.', where: modifier },
  { word: 'weight', role: 'word', doc: 'The share of the points that counts.', where: modifier },
  { word: 'as', role: 'word', doc: 'Names the rule.' },

  { word: 'account', role: 'word', doc: 'A score of the account.', where: afterWord('of') },
  { word: 'until', role: 'word', doc: 'How low the score must fall before the stage is left.' },
  { word: 'below', role: 'word', doc: 'Lower than.', where: afterWord('until') },
  { word: 'never', role: 'word', doc: 'For no lead.', where: afterWord('promise') },
  { word: 'always', role: 'word', doc: 'For every lead.', where: afterWord('promise') },
  { word: 'ago', role: 'word', doc: 'So long before now.', where: at => at.endsValue },
  {
    word: 'rule',
    role: 'word',
    doc: 'What became of a rule.',
    where: at => at.after === 'Text' && (at.before === 'expect' || at.endsValue),
  },
  {
    word: 'matched',
    role: 'word',
    doc: 'The rule gave points.',
    where: at => at.before === 'Text' || (at.before === 'not' && at.beforeThat === 'Text'),
  },
  { word: 'input', role: 'word', doc: 'The rule lacked a value.', where: at => at.after === 'missing' },
  { word: 'missing', role: 'word', doc: 'The rule lacked a value.', where: afterWord('input') },
  {
    word: 'disqualified',
    role: 'word',
    doc: 'The lead is ruled out.',
    where: at =>
      at.before === 'expect' ||
      (at.before === 'not' && (at.beforeThat === 'expect' || at.beforeThat === 'Duration')) ||
      (at.before === 'Duration' && at.beforeThat === 'in'),
  },
] as const satisfies readonly Keyword[]

export type KeywordWord = (typeof keywords)[number]['word']

const byWord: ReadonlyMap<string, Keyword> = new Map(keywords.map(keyword => [keyword.word, keyword]))

export function keywordOf(word: string): Keyword | undefined {
  return byWord.get(word)
}

/** Words at which parsing can resume. */
export function startsSomething(word: string): boolean {
  const keyword = byWord.get(word)
  return keyword !== undefined && keyword.role !== 'word'
}
