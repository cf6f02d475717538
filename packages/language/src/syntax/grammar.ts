/** The grammar of a file: one rule per form. Expressions are in `grammar-expressions.ts`, tests in `grammar-tests.ts`. */
import { TestParser } from './grammar-tests.ts'
import { Duration, Keywords as K, Label, Name, NumberToken, Percent, Signs as S, Text } from './tokens.ts'

export class MeritParser extends TestParser {
  file = this.RULE('file', () => {
    this.entries(this.statement)
  })

  statement = this.recovering('statement', 'statement', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.model) },
      { ALT: () => this.SUBRULE(this.timezone) },
      { ALT: () => this.SUBRULE(this.import) },
      { ALT: () => this.SUBRULE(this.lead) },
      { ALT: () => this.SUBRULE(this.event) },
      { ALT: () => this.SUBRULE(this.listDeclaration) },
      { ALT: () => this.SUBRULE(this.let) },
      { ALT: () => this.SUBRULE(this.segment) },
      { ALT: () => this.SUBRULE(this.score) },
      { ALT: () => this.SUBRULE(this.grade) },
      { ALT: () => this.SUBRULE(this.qualify) },
      { ALT: () => this.SUBRULE(this.disqualify) },
      { ALT: () => this.SUBRULE(this.promise) },
      { ALT: () => this.SUBRULE(this.testDeclaration) },
      { ALT: () => this.SUBRULE(this.rule) },
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.SUBRULE(this.default) },
    ])
  })

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
  typeRange = this.RULE('typeRange', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.orderSign)
          this.SUBRULE(this.signedLiteral)
        },
      },
      {
        ALT: () => {
          this.SUBRULE2(this.signedLiteral)
          this.OR2([{ ALT: () => this.CONSUME(S.HalfOpen) }, { ALT: () => this.CONSUME(S.DotDot) }])
          this.OPTION(() => this.SUBRULE3(this.signedLiteral))
        },
      },
    ])
  })

  signedLiteral = this.RULE('signedLiteral', () => {
    this.OPTION(() => this.CONSUME(S.Minus))
    this.SUBRULE(this.literal)
  })

  typeMark = this.RULE('typeMark', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.Required) },
      {
        ALT: () => {
          this.CONSUME(K.Unknown)
          this.CONSUME(K.In)
          this.OR2([{ ALT: () => this.SUBRULE(this.list) }, { ALT: () => this.CONSUME(Name) }])
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.From)
          this.CONSUME(Text)
        },
      },
    ])
  })

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
  derivation = this.RULE('derivation', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.number)
          this.SUBRULE(this.pattern)
          this.OPTION(() => this.SUBRULE(this.per))
        },
      },
      {
        ALT: () => {
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
      },
    ])
  })

  number = this.RULE('number', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.literal) }, { ALT: () => this.SUBRULE(this.parenthesis) }])
  })

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

  per = this.RULE('per', () => {
    this.CONSUME(K.Per)
    this.CONSUME(Name)
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

  // -------------------------------------------------------------- scores

  score = this.RULE('score', () => {
    this.CONSUME(K.Score)
    this.CONSUME(Name)
    this.OPTION(() => {
      this.CONSUME(K.Of)
      this.CONSUME(K.Account)
    })
    this.MANY(() => this.SUBRULE(this.headPart))
    this.OR([
      { ALT: () => this.SUBRULE(this.block) },
      {
        ALT: () => {
          this.CONSUME(S.Equal)
          this.SUBRULE(this.expression)
          this.MANY2(() => this.SUBRULE2(this.headPart))
        },
      },
    ])
  })

  headPart = this.recovering('head', 'headPart', () => {
    this.OR([
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(K.Cap) },
            { ALT: () => this.CONSUME(K.Floor) },
            { ALT: () => this.CONSUME(K.Weight) },
          ])
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
  })

  block = this.RULE('block', () => {
    this.CONSUME(S.LBrace)
    this.entries(this.item, S.Comma)
    this.CONSUME(S.RBrace)
  })

  item = this.recovering('statement', 'item', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.rule) },
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.SUBRULE(this.default) },
    ])
  })

  group = this.RULE('group', () => {
    this.CONSUME(K.Group)
    this.CONSUME(Name)
    this.MANY(() => this.SUBRULE(this.headPart))
    this.SUBRULE(this.block)
  })

  default = this.RULE('default', () => {
    this.CONSUME(K.Default)
    this.OR([
      { ALT: () => this.SUBRULE(this.decay) },
      { ALT: () => this.SUBRULE(this.cooldown) },
      { ALT: () => this.SUBRULE(this.window) },
    ])
  })

  rule = this.RULE('rule', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(K.When)
          this.SUBRULE(this.expression)
          this.SUBRULE(this.action)
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.On)
          this.SUBRULE(this.pattern)
          this.OPTION(() => {
            this.CONSUME2(K.When)
            this.SUBRULE2(this.expression)
          })
          this.SUBRULE2(this.action)
        },
      },
      { ALT: () => this.SUBRULE(this.points) },
    ])
    this.MANY(() => this.SUBRULE(this.modifier))
  })

  action = this.RULE('action', () => {
    this.OR([
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(K.Add) }, { ALT: () => this.CONSUME(K.Subtract) }])
          this.SUBRULE(this.amount)
          this.OPTION(() => {
            this.CONSUME(K.Per)
            this.CONSUME(K.Match)
          })
        },
      },
      { ALT: () => this.SUBRULE(this.points) },
      {
        ALT: () => {
          this.CONSUME(K.Multiply)
          this.CONSUME(K.By)
          this.SUBRULE2(this.amount)
        },
      },
      { ALT: () => this.CONSUME(K.Reset) },
    ])
  })

  amount = this.RULE('amount', () => {
    this.SUBRULE(this.sum)
  })

  points = this.RULE('points', () => {
    this.CONSUME(K.Points)
    this.OR([
      {
        ALT: () => {
          this.CONSUME(K.By)
          this.SUBRULE(this.sum)
          this.CONSUME(S.LBrace)
          this.entries(this.byRow, S.Comma)
          this.CONSUME(S.RBrace)
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.First)
          this.SUBRULE(this.firstTable)
        },
      },
    ])
  })

  firstTable = this.RULE('firstTable', () => {
    this.CONSUME(S.LBrace)
    this.entries(this.firstRow, S.Comma)
    this.CONSUME(S.RBrace)
  })

  byRow = this.recovering('entry', 'byRow', () => {
    this.SUBRULE(this.case)
    this.MANY(() => {
      this.CONSUME(S.Comma)
      this.SUBRULE2(this.case)
    })
    this.CONSUME(S.Colon)
    this.SUBRULE(this.bound)
  })

  case = this.RULE('case', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Else) }, { ALT: () => this.SUBRULE(this.range) }])
  })

  firstRow = this.recovering('entry', 'firstRow', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Else) }, { ALT: () => this.SUBRULE(this.expression) }])
    this.CONSUME(S.Colon)
    this.SUBRULE(this.bound)
  })

  // -------------------------------------------------------------- modifiers

  modifier = this.RULE('modifier', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.cooldown) },
      { ALT: () => this.SUBRULE(this.window) },
      { ALT: () => this.SUBRULE(this.decay) },
      { ALT: () => this.SUBRULE(this.limit) },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(K.Cap) },
            { ALT: () => this.CONSUME(K.Floor) },
            { ALT: () => this.CONSUME(K.Weight) },
          ])
          this.SUBRULE(this.bound)
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.As)
          this.CONSUME(Text)
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.No)
          this.OR3([
            { ALT: () => this.CONSUME(K.Decay) },
            { ALT: () => this.CONSUME(K.Within) },
            { ALT: () => this.CONSUME(K.Cooldown) },
          ])
        },
      },
    ])
  })

  cooldown = this.RULE('cooldown', () => {
    this.CONSUME(K.Cooldown)
    this.SUBRULE(this.quantity)
  })

  /** Which events count: the first, the latest, at most so many. */
  limit = this.RULE('limit', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.Once) },
      {
        ALT: () => {
          this.CONSUME(K.First)
          this.OPTION(() => this.SUBRULE(this.quantity))
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.At)
          this.CONSUME(K.Most)
          this.SUBRULE2(this.quantity)
          this.CONSUME(K.Times)
        },
      },
    ])
    this.OPTION2(() => this.SUBRULE(this.per))
  })

  decay = this.RULE('decay', () => {
    this.CONSUME(K.Decay)
    this.AT_LEAST_ONE(() => this.SUBRULE(this.decayPart))
    this.OPTION(() => {
      this.CONSUME(K.After)
      this.SUBRULE(this.quantity)
    })
  })

  decayPart = this.RULE('decayPart', () => {
    this.OR([
      { ALT: () => this.CONSUME(NumberToken) },
      { ALT: () => this.CONSUME(Percent) },
      { ALT: () => this.CONSUME(Duration) },
      { ALT: () => this.CONSUME(Name) },
      { ALT: () => this.CONSUME(K.Of) },
      { ALT: () => this.SUBRULE(this.parenthesis) },
    ])
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
  gradeRow = this.recovering('entry', 'gradeRow', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(K.Else)
          this.CONSUME(Label)
        },
      },
      {
        ALT: () => {
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
      },
    ])
  })

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
          this.OPTION4(() => {
            this.CONSUME(K.When)
            this.SUBRULE(this.expression)
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
    this.OPTION(() => {
      this.CONSUME(K.When)
      this.SUBRULE2(this.expression)
    })
  })

  constructor() {
    super()
    this.performSelfAnalysis()
  }
}
