/** The grammar of scores: blocks, rules, tables of points, modifiers. */
import { TestParser } from './grammar-tests.ts'
import { Duration, Keywords as K, Name, NumberToken, Percent, Signs as S, Text } from './tokens.ts'

export abstract class ScoreParser extends TestParser {
  score = this.RULE('score', () => {
    this.CONSUME(K.Score)
    this.CONSUME(Name)
    this.OPTION(() => {
      this.CONSUME(K.Of)
      this.CONSUME(K.Account)
    })
    this.MANY(() => this.SUBRULE(this.headBound))
    this.OR([
      { ALT: () => this.SUBRULE(this.body) },
      {
        ALT: () => {
          this.CONSUME(S.Equal)
          this.SUBRULE(this.expression)
          this.MANY2(() => this.SUBRULE2(this.headBound))
        },
      },
    ])
  })

  headBound = this.recovering('head', 'headBound', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.Cap) },
      { ALT: () => this.CONSUME(K.Floor) },
      { ALT: () => this.CONSUME(K.Weight) },
    ])
    this.SUBRULE(this.bound)
  })

  /** Not before a formula, whose `=` would be taken for a comparison. */
  headWhen = this.recovering('head', 'headWhen', () => {
    this.CONSUME(K.When)
    this.SUBRULE(this.expression)
  })

  body = this.RULE('body', () => {
    this.OPTION(() => {
      this.SUBRULE(this.headWhen)
      this.MANY(() => this.SUBRULE(this.headBound))
    })
    this.SUBRULE(this.block)
  })

  block = this.RULE('block', () => {
    this.CONSUME(S.LBrace)
    this.entries(this.item, S.Comma)
    this.CONSUME(S.RBrace)
  })

  item = this.recovering(
    'statement',
    'item',
    this.oneOf(
      () => this.SUBRULE(this.rule),
      () => this.SUBRULE(this.group),
      () => this.SUBRULE(this.default),
    ),
  )

  group = this.RULE('group', () => {
    this.CONSUME(K.Group)
    this.CONSUME(Name)
    this.MANY(() => this.SUBRULE(this.headBound))
    this.SUBRULE(this.body)
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

  action = this.RULE(
    'action',
    this.oneOf(
      () => {
        this.OR2([{ ALT: () => this.CONSUME(K.Add) }, { ALT: () => this.CONSUME(K.Subtract) }])
        this.SUBRULE(this.amount)
        this.OPTION(() => {
          this.CONSUME(K.Per)
          this.CONSUME(K.Match)
        })
      },
      () => this.SUBRULE(this.points),
      () => {
        this.CONSUME(K.Multiply)
        this.CONSUME(K.By)
        this.SUBRULE2(this.amount)
      },
      () => this.CONSUME(K.Reset),
    ),
  )

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

  case = this.RULE(
    'case',
    this.oneOf(
      () => this.CONSUME(K.Else),
      () => this.SUBRULE(this.range),
    ),
  )

  firstRow = this.recovering('entry', 'firstRow', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Else) }, { ALT: () => this.SUBRULE(this.expression) }])
    this.CONSUME(S.Colon)
    this.SUBRULE(this.bound)
  })

  // -------------------------------------------------------------- modifiers

  modifier = this.RULE(
    'modifier',
    this.oneOf(
      () => this.SUBRULE(this.cooldown),
      () => this.SUBRULE(this.window),
      () => this.SUBRULE(this.decay),
      () => this.SUBRULE(this.limit),
      () => {
        this.OR2([
          { ALT: () => this.CONSUME(K.Cap) },
          { ALT: () => this.CONSUME(K.Floor) },
          { ALT: () => this.CONSUME(K.Weight) },
        ])
        this.SUBRULE(this.bound)
      },
      () => {
        this.CONSUME(K.As)
        this.CONSUME(Text)
      },
      () => {
        this.CONSUME(K.No)
        this.OR3([
          { ALT: () => this.CONSUME(K.Decay) },
          { ALT: () => this.CONSUME(K.Within) },
          { ALT: () => this.CONSUME(K.Cooldown) },
        ])
      },
    ),
  )

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

  decayPart = this.RULE(
    'decayPart',
    this.oneOf(
      () => this.CONSUME(NumberToken),
      () => this.CONSUME(Percent),
      () => this.CONSUME(Duration),
      () => this.CONSUME(Name),
      () => this.CONSUME(K.Of),
      () => this.SUBRULE(this.parenthesis),
    ),
  )

  per = this.RULE('per', () => {
    this.CONSUME(K.Per)
    this.CONSUME(Name)
  })
}
