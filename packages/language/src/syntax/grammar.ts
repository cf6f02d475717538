/**
 * The grammar of a file: one rule per form. Scores are in `grammar-scores.ts`, tests in `grammar-tests.ts`, conditions and values in
 * `grammar-expressions.ts`.
 */
import { EOF, type TokenType } from 'chevrotain'
import { ScoreParser } from './grammar-scores.ts'
import type { ParserOptions } from './recovery.ts'
import { isStart, Keywords as K, Label, Name, Signs as S, Text, type Token } from './tokens.ts'

const givesPoints: ReadonlySet<TokenType> = new Set([K.Add, K.Subtract, K.Multiply, K.Points])
const endsCondition: ReadonlySet<TokenType> = new Set([EOF, S.RBrace, K.When])

export class MeritParser extends ScoreParser {
  file = this.RULE('file', () => {
    this.entries(this.statement)
  })

  statement = this.recovering(
    'statement',
    'statement',
    this.oneOf(
      () => this.SUBRULE(this.model),
      () => this.SUBRULE(this.timezone),
      () => this.SUBRULE(this.import),
      () => this.SUBRULE(this.lead),
      () => this.SUBRULE(this.event),
      () => this.SUBRULE(this.listDeclaration),
      () => this.SUBRULE(this.let),
      () => this.SUBRULE(this.segment),
      () => this.SUBRULE(this.score),
      () => this.SUBRULE(this.grade),
      () => this.SUBRULE(this.qualify),
      () => this.SUBRULE(this.disqualify),
      () => this.SUBRULE(this.promise),
      () => this.SUBRULE(this.testDeclaration),
      () => this.SUBRULE(this.rule),
      () => this.SUBRULE(this.group),
      () => this.SUBRULE(this.default),
    ),
  )

  // -------------------------------------------------------------- declarations

  model = this.RULE('model', () => {
    this.CONSUME(K.Model)
    this.CONSUME(Text)
  })

  timezone = this.RULE('timezone', () => {
    this.CONSUME(K.Timezone)
    this.CONSUME(Text)
  })

  import = this.RULE('import', () => {
    this.CONSUME(K.Import)
    this.CONSUME(Text)
  })

  lead = this.RULE('lead', () => {
    this.CONSUME(K.Lead)
    this.SUBRULE(this.record)
  })

  record = this.RULE('record', () => {
    this.CONSUME(S.LBrace)
    this.entries(this.field, S.Comma)
    this.CONSUME(S.RBrace)
  })

  field = this.recovering('entry', 'field', () => {
    this.CONSUME(Name)
    this.OR([
      {
        ALT: () => {
          this.CONSUME(S.Colon)
          this.SUBRULE(this.type)
        },
      },
      { ALT: () => this.SUBRULE(this.record) },
    ])
  })

  type = this.RULE('type', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(K.One)
          this.CONSUME(K.Of)
          this.SUBRULE(this.list)
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.List)
          this.CONSUME2(K.Of)
          this.OR2([{ ALT: () => this.SUBRULE2(this.list) }, { ALT: () => this.CONSUME(Name) }])
        },
      },
      {
        ALT: () => {
          this.CONSUME2(Name)
          this.OPTION(() => this.SUBRULE(this.typeRange))
        },
      },
    ])
    this.MANY(() => this.SUBRULE(this.typeMark))
  })

  /** Bounds are literals here: after `0..` a name is the next attribute. */
  typeRange = this.RULE(
    'typeRange',
    this.oneOf(
      () => {
        this.SUBRULE(this.orderSign)
        this.SUBRULE(this.signedLiteral)
      },
      () => {
        this.SUBRULE2(this.signedLiteral)
        this.OR2([{ ALT: () => this.CONSUME(S.HalfOpen) }, { ALT: () => this.CONSUME(S.DotDot) }])
        this.OPTION(() => this.SUBRULE3(this.signedLiteral))
      },
    ),
  )

  signedLiteral = this.RULE('signedLiteral', () => {
    this.OPTION(() => this.CONSUME(S.Minus))
    this.SUBRULE(this.literal)
  })

  typeMark = this.RULE(
    'typeMark',
    this.oneOf(
      () => this.CONSUME(K.Required),
      () => {
        this.CONSUME(K.Unknown)
        this.CONSUME(K.In)
        this.OR2([{ ALT: () => this.SUBRULE(this.list) }, { ALT: () => this.CONSUME(Name) }])
      },
      () => {
        this.CONSUME(K.From)
        this.CONSUME(Text)
      },
    ),
  )

  event = this.RULE('event', () => {
    this.CONSUME(K.Event)
    this.CONSUME(Name)
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.record) },
        {
          ALT: () => {
            this.CONSUME(K.From)
            this.SUBRULE(this.derivation)
          },
        },
      ]),
    )
  })

  /** The last window of `then` and of a number of events belongs to the whole, which the builder sees to. */
  derivation = this.RULE(
    'derivation',
    this.oneOf(
      () => {
        this.SUBRULE(this.eventCount)
        this.SUBRULE(this.pattern)
        this.OPTION(() => this.SUBRULE(this.per))
      },
      () => {
        this.SUBRULE2(this.pattern)
        this.OR2([
          {
            ALT: () => {
              this.CONSUME(K.Then)
              this.SUBRULE3(this.pattern)
              this.OPTION2(() => this.SUBRULE2(this.per))
            },
          },
          { ALT: () => this.SUBRULE(this.union) },
        ])
      },
    ),
  )

  eventCount = this.RULE(
    'eventCount',
    this.oneOf(
      () => this.SUBRULE(this.literal),
      () => this.SUBRULE(this.parenthesis),
    ),
  )

  union = this.RULE('union', () => {
    this.MANY(() => {
      this.CONSUME(K.Or)
      this.SUBRULE(this.pattern)
    })
    this.OPTION(() => this.SUBRULE(this.exception))
  })

  exception = this.RULE('exception', () => {
    this.CONSUME(K.Except)
    this.SUBRULE(this.pattern)
    this.MANY(() => {
      this.CONSUME(K.Or)
      this.SUBRULE2(this.pattern)
    })
  })

  listDeclaration = this.RULE('listDeclaration', () => {
    this.CONSUME(K.List)
    this.CONSUME(Name)
    this.CONSUME(S.Equal)
    this.SUBRULE(this.list)
  })

  let = this.RULE('let', () => {
    this.CONSUME(K.Let)
    this.CONSUME(Name)
    this.CONSUME(S.Equal)
    this.SUBRULE(this.expression)
  })

  segment = this.RULE('segment', () => {
    this.CONSUME(K.Segment)
    this.CONSUME(Name)
    this.CONSUME(K.When)
    this.SUBRULE(this.expression)
  })

  // -------------------------------------------------------------- grades and stages

  grade = this.RULE('grade', () => {
    this.CONSUME(K.Grade)
    this.CONSUME(Name)
    this.OR([
      {
        ALT: () => {
          this.CONSUME(S.Equal)
          this.CONSUME2(Name)
          this.MANY(() => {
            this.CONSUME(S.Plus)
            this.CONSUME3(Name)
          })
        },
      },
      {
        ALT: () => {
          this.OPTION(() => {
            this.CONSUME(K.From)
            this.CONSUME4(Name)
          })
          this.CONSUME(S.LBrace)
          this.entries(this.gradeRow, S.Comma)
          this.CONSUME(S.RBrace)
        },
      },
    ])
  })

  /** That `else` stands once, and last, the builder sees to. */
  gradeRow = this.recovering(
    'entry',
    'gradeRow',
    this.oneOf(
      () => {
        this.CONSUME(K.Else)
        this.CONSUME(Label)
      },
      () => {
        this.CONSUME2(Label)
        this.OR2([
          {
            ALT: () => {
              this.CONSUME(K.At)
              this.SUBRULE(this.bound)
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.When)
              this.SUBRULE(this.expression)
            },
          },
        ])
      },
    ),
  )

  qualify = this.RULE('qualify', () => {
    this.CONSUME(K.Qualify)
    this.OPTION(() => this.CONSUME(Name))
    this.OR([
      {
        ALT: () => {
          this.CONSUME(K.At)
          this.SUBRULE(this.bound)
          this.OPTION2(() => {
            this.CONSUME(K.Of)
            this.CONSUME2(Name)
          })
          this.OPTION3(() => {
            this.CONSUME(K.Until)
            this.CONSUME(K.Below)
            this.SUBRULE2(this.bound)
          })
          this.OPTION4({
            GATE: () => !this.ruleBegins(),
            DEF: () => {
              this.CONSUME(K.When)
              this.SUBRULE(this.expression)
            },
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME2(K.When)
          this.SUBRULE2(this.expression)
        },
      },
    ])
  })

  disqualify = this.RULE('disqualify', () => {
    this.CONSUME(K.Disqualify)
    this.OPTION(() => this.CONSUME(Text))
    this.CONSUME(K.When)
    this.SUBRULE(this.expression)
  })

  promise = this.RULE('promise', () => {
    this.CONSUME(K.Promise)
    this.OR([{ ALT: () => this.CONSUME(K.Never) }, { ALT: () => this.CONSUME(K.Always) }])
    this.SUBRULE(this.expression)
    this.OPTION({
      GATE: () => !this.ruleBegins(),
      DEF: () => {
        this.CONSUME(K.When)
        this.SUBRULE2(this.expression)
      },
    })
  })

  /** A `when` after a sentence that is complete without it begins a rule where points follow its condition, before the next `when`. */
  private ruleBegins(): boolean {
    for (let k = 2; ; k++) {
      const token = this.LA(k) as Token
      if (givesPoints.has(token.tokenType)) return !token.firstOnLine || token.tokenType !== K.Points
      if (endsCondition.has(token.tokenType) || isStart(token)) return false
    }
  }

  constructor(options?: ParserOptions) {
    super(options)
    this.performSelfAnalysis()
  }
}
