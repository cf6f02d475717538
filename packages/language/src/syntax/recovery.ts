/**
 * After a mistake parsing resumes at the next keyword that is first on its line and can stand in the same block, or at the
 * block's end. Nothing is deleted one by one and only names, texts are made up, so that one mistake gives one error.
 * The names of the overridden methods are chevrotain's.
 */
import {
  CstParser,
  createTokenInstance,
  EOF,
  type IParserErrorMessageProvider,
  type IToken,
  type Rule,
  type TokenType,
} from 'chevrotain'
import { addNode, addToken, type Node, nodeOf } from './cst.ts'
import { type Entries, forgetful } from './entries.ts'
import { grammarTokens, isStart, Keywords, Name, Signs, Text, type Token } from './tokens.ts'

/** Where a broken rule of the grammar resumes. Rules that are not listed hand their mistake to the one that called them. */
type Resume = 'statement' | 'entry' | 'head'

const headParts: ReadonlySet<TokenType> = new Set([
  Keywords.Cap,
  Keywords.Floor,
  Keywords.Weight,
  Keywords.When,
  Signs.LBrace,
])
const madeUp: ReadonlySet<TokenType> = new Set([Name, Text])

/** A missing name or text is made up only before one of these; elsewhere the word at hand may be meant as one. */
const signs: ReadonlySet<TokenType> = new Set(Object.values(Signs))

/** Messages are made later, in `mistakes.ts`; what chevrotain hands on is only the kind of token that was expected. */
const kinds: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
}

export interface ParserOptions {
  readonly validated?: boolean
}

type NamedRule = Parameters<CstParser['SUBRULE']>[0] & { readonly ruleName: string }

/** What chevrotain's parser has beside its public face. */
interface Engine {
  readonly CST_STACK: Node[]
  readonly _errors: readonly unknown[]
  recoveryEnabled: boolean
  currRuleShortName: number
  /** By rule: what decides which way to go, looking at the next tokens. */
  readonly lookAheadFuncsCache: unknown[][]
  currRuleLookaheadFuncs: unknown[] | undefined
  preComputeLookaheadFunctions(rules: Rule[]): void
  SKIP_TOKEN(): IToken
  exportLexerState(): number
  importLexerState(position: number): void
  getCurrRuleFullName(): string
}

export abstract class RecoveringParser extends CstParser {
  readonly #resumes = new Map<string, Resume>()
  /** How many braces are open around the entries at hand. */
  #depth = 0
  /** Where entries began, by the number of their first token. */
  readonly #begun = new Set<number>()
  /** A token's number, and that of the first on its line. */
  readonly #line = { index: 0, start: 0 }
  /** Knows entries that were read before, and is told of those that are read now. */
  entriesKnown: Entries = forgetful
  /** First words of statements that an unfinished one before them had taken for its own, until the mistake showed. */
  readonly swallowed = new Set<IToken>()

  /** `validated`: chevrotain looks for mistakes in the grammar, which takes its time. */
  constructor({ validated = false }: ParserOptions = {}) {
    super(grammarTokens, {
      recoveryEnabled: true,
      nodeLocationTracking: 'none',
      maxLookahead: 2,
      skipValidations: !validated,
      errorMessageProvider: kinds,
    })
    // Assigned by chevrotain's constructor, hence not a method here: entries() does what it is for.
    Object.assign(this, { attemptInRepetitionRecovery: () => {} })
  }

  /** Without the sets of what follows each rule, which take long and only chevrotain's own way to resume asks for. */
  protected override performSelfAnalysis(): void {
    const engine = this.#engine
    const decide = engine.preComputeLookaheadFunctions
    engine.recoveryEnabled = false
    engine.preComputeLookaheadFunctions = () => {}
    super.performSelfAnalysis()
    engine.preComputeLookaheadFunctions = decide
    engine.recoveryEnabled = true
  }

  protected recovering(resume: Resume, name: string, body: () => void) {
    this.#resumes.set(name, resume)
    return this.RULE(name, body)
  }

  /** The body of a rule that is a choice; its alternatives are made once, not at every call. */
  protected oneOf(...alternatives: readonly (() => unknown)[]): () => void {
    const choices = alternatives.map(ALT => ({ ALT }))
    return () => {
      this.OR(choices)
    }
  }

  /** `{ entry }` up to the end of the block: whatever stands there is tried as an entry, so that its mistake is its own. */
  protected entries(rule: Parameters<CstParser['SUBRULE']>[0], separator?: TokenType): void {
    if (this.RECORDING_PHASE) {
      this.MANY9(() => this.entry(rule, separator))
      return
    }
    const outer = this.#depth
    if (this.#position() < 0) this.#forget()
    this.#depth = this.#next().depth ?? 0
    while (!this.#isBlockEnd(this.#next())) this.entry(rule, separator)
    this.#depth = outer
  }

  private entry(rule: Parameters<CstParser['SUBRULE']>[0], separator?: TokenType): void {
    const first = this.#position() + 1
    this.#begun.add(first)
    if (this.RECORDING_PHASE) this.SUBRULE(rule)
    else if (!this.#takesOver((rule as NamedRule).ruleName, first)) this.#reads(rule, first)
    if (separator) this.OPTION9(() => this.CONSUME(separator))
  }

  /** An entry that is known already is not read: its tokens are passed over. */
  #takesOver(rule: string, first: number): boolean {
    const known = this.entriesKnown.find(rule, first)
    if (!known) return false
    addNode(this.#node(), known.node)
    this.#engine.importLexerState(known.end - 1)
    return true
  }

  #reads(rule: Parameters<CstParser['SUBRULE']>[0], first: number): void {
    const mistakes = this.#engine._errors.length
    const node = this.SUBRULE(rule) as unknown as Node
    const whole = this.#engine._errors.length === mistakes
    this.entriesKnown.read(node, { first, end: this.#position() + 1, whole })
  }

  #next(): Token {
    return this.LA(1) as Token
  }

  #isBlockEnd(token: Token): boolean {
    return token.tokenType === EOF || (token.tokenType === Signs.RBrace && token.depth === this.#depth)
  }

  // -------------------------------------------------------------- chevrotain's hooks

  /** Chevrotain's own nodes have a dictionary of arrays each, which takes engines several times as long. */
  protected cstInvocationStateUpdate(name: string): void {
    if (this.#engine.currRuleLookaheadFuncs === undefined) this.#prepare(name)
    this.#engine.CST_STACK.push(nodeOf(name))
  }

  protected cstPostTerminal(_: string, token: Token): void {
    addToken(this.#node(), token)
  }

  protected cstPostNonTerminal(node: Node): void {
    addNode(this.#node(), node)
  }

  /** That of the rule at hand. */
  #node(): Node {
    const stack = this.#engine.CST_STACK
    return stack[stack.length - 1] as Node
  }

  /** What decides within a rule is computed when the rule is first entered: most files need half of the rules. */
  #prepare(name: string): void {
    const engine = this.#engine
    const rule = this.getGAstProductions()[name] as Rule
    engine.lookAheadFuncsCache[engine.currRuleShortName] = []
    engine.preComputeLookaheadFunctions([rule])
    engine.currRuleLookaheadFuncs = engine.lookAheadFuncsCache[engine.currRuleShortName]
  }

  protected findReSyncTokenType(): TokenType {
    return EOF
  }

  protected isInCurrentRuleReSyncSet(): boolean {
    return this.#resumes.has(this.#ruleName())
  }

  /** Goes on by at least one token, unless the block ends or a statement that was swallowed is read again, once. */
  protected reSyncTo(): IToken[] {
    const resume = this.#resumes.get(this.#ruleName()) as Resume
    const again = resume === 'statement' ? this.#swallowedStart() : undefined
    if (again === undefined) this.#skipTo(this.#stops[resume], resume)
    else this.#goBackTo(again)
    return []
  }

  #skipTo(stops: (token: Token) => boolean, resume: Resume): void {
    const nothingRead = this.#engine.CST_STACK.at(-1)?.startOffset === -1
    if (nothingRead && resume !== 'head' && !this.#isBlockEnd(this.#next())) this.#engine.SKIP_TOKEN()
    while (!this.#isBlockEnd(this.#next()) && !stops(this.#next())) this.#engine.SKIP_TOKEN()
  }

  /** Before the mistake its line begins with a statement at which no entry began. */
  #swallowedStart(): number | undefined {
    if (this.#next().firstOnLine) return undefined
    const index = this.#lineStartOf(Math.min(this.#position() + 1, this.input.length - 1))
    const first = this.input[index] as Token | undefined
    return first && this.#starts(first) && !this.#begun.has(index) ? index : undefined
  }

  /** Goes on from where it was asked the last time, so that a long line is walked through once. */
  #lineStartOf(index: number): number {
    const line = this.#line
    if (index < line.index) line.index = Math.min(line.start, index)
    for (; line.index < index; line.index++) {
      if ((this.input[line.index + 1] as Token).firstOnLine) line.start = line.index + 1
    }
    return line.start
  }

  #goBackTo(index: number): void {
    this.swallowed.add(this.input[index] as IToken)
    this.#engine.importLexerState(index - 1)
  }

  #forget(): void {
    this.#begun.clear()
    this.swallowed.clear()
    this.#line.index = 0
    this.#line.start = 0
  }

  #position(): number {
    return this.#engine.exportLexerState()
  }

  get #engine(): Engine {
    return this as unknown as Engine
  }

  /** A made-up name or text is empty and stands where the previous token ends. */
  protected override getTokenToInsert(type: TokenType): IToken {
    const previous = this.LA(0) as Token
    const at = previous.tokenType === EOF ? 0 : previous.endOffset + 1
    return createTokenInstance(type, '', at, at - 1, -1, -1, -1, -1)
  }

  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    const next = this.#next()
    return madeUp.has(type) && signs.has(next.tokenType)
  }

  protected override canTokenTypeBeDeletedInRecovery(): boolean {
    return false
  }

  readonly #stops: { readonly [K in Resume]: (token: Token) => boolean } = {
    statement: token => this.#starts(token),
    entry: token =>
      token.depth === this.#depth && (token.firstOnLine || token.tokenType === Signs.Comma || this.#starts(token)),
    head: token => this.#starts(token) || (token.depth === this.#depth && headParts.has(token.tokenType)),
  }

  #starts(token: Token): boolean {
    return token.depth === this.#depth && isStart(token)
  }

  #ruleName(): string {
    return this.#engine.getCurrRuleFullName()
  }
}
