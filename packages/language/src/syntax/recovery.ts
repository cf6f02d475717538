/**
 * After a mistake parsing resumes at the next keyword that is first on its line and can stand in the same block, or at the
 * block's end. Nothing is deleted one by one and only names, texts are made up, so that one mistake gives one error.
 * The names of the overridden methods are chevrotain's.
 */
import {
  type CstNode,
  CstParser,
  createTokenInstance,
  EOF,
  type IParserErrorMessageProvider,
  type IToken,
  type TokenType,
} from 'chevrotain'
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

/** Messages are made later, in `mistakes.ts`; what chevrotain hands on is only the kind of token that was expected. */
const kinds: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
}

export abstract class RecoveringParser extends CstParser {
  readonly #resumes = new Map<string, Resume>()
  /** How many braces are open around the entries at hand. */
  #depth = 0

  constructor() {
    super(grammarTokens, {
      recoveryEnabled: true,
      nodeLocationTracking: 'onlyOffset',
      maxLookahead: 2,
      skipValidations: true,
      errorMessageProvider: kinds,
    })
    // Assigned by chevrotain's constructor, hence not a method here: entries() does what it is for.
    Object.assign(this, { attemptInRepetitionRecovery: () => {} })
  }

  protected recovering(resume: Resume, name: string, body: () => void) {
    this.#resumes.set(name, resume)
    return this.RULE(name, body)
  }

  /** `{ entry }` up to the end of the block: whatever stands there is tried as an entry, so that its mistake is its own. */
  protected entries(rule: Parameters<CstParser['SUBRULE']>[0], separator?: TokenType): void {
    if (this.RECORDING_PHASE) {
      this.MANY9(() => this.entry(rule, separator))
      return
    }
    const outer = this.#depth
    this.#depth = this.#next().depth ?? 0
    while (!this.#isBlockEnd(this.#next())) this.entry(rule, separator)
    this.#depth = outer
  }

  private entry(rule: Parameters<CstParser['SUBRULE']>[0], separator?: TokenType): void {
    this.SUBRULE(rule)
    if (separator) this.OPTION9(() => this.CONSUME(separator))
  }

  #next(): Token {
    return this.LA(1) as Token
  }

  #isBlockEnd(token: Token): boolean {
    return token.tokenType === EOF || (token.tokenType === Signs.RBrace && token.depth === this.#depth)
  }

  // -------------------------------------------------------------- chevrotain's hooks

  protected findReSyncTokenType(): TokenType {
    return EOF
  }

  protected isInCurrentRuleReSyncSet(): boolean {
    return this.#resumes.has(this.#ruleName())
  }

  /** Always goes on by at least one token, unless the block ends. */
  protected reSyncTo(): IToken[] {
    const stops = this.#stops[this.#resumes.get(this.#ruleName()) as Resume]
    const engine = this as unknown as { SKIP_TOKEN(): IToken; CST_STACK: CstNode[] }
    const nothingRead = engine.CST_STACK.at(-1)?.location?.startOffset === -1
    if (nothingRead && !this.#isBlockEnd(this.#next()) && this.#ruleName() !== 'headPart') engine.SKIP_TOKEN()
    while (!this.#isBlockEnd(this.#next()) && !stops(this.#next())) engine.SKIP_TOKEN()
    return []
  }

  /** A made-up name or text is empty and stands where the previous token ends. */
  protected override getTokenToInsert(type: TokenType): IToken {
    const previous = this.LA(0) as Token
    const at = previous.tokenType === EOF ? 0 : previous.endOffset + 1
    return createTokenInstance(type, '', at, at - 1, -1, -1, -1, -1)
  }

  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    return madeUp.has(type)
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
    return (this as unknown as { getCurrRuleFullName(): string }).getCurrRuleFullName()
  }
}
