/** The grammar of a test: a lead, its events, and what is expected. */
import { ExpressionParser } from './grammar-expressions.ts'
import { DateTime, Keywords as K, Name, Signs as S, Text } from './tokens.ts'

export abstract class TestParser extends ExpressionParser {
  testDeclaration = this.RULE('testDeclaration', () => {
    this.CONSUME(K.Test)
    this.CONSUME(Text)
    this.CONSUME(S.LBrace)
    this.entries(this.testLine, S.Comma)
    this.CONSUME(S.RBrace)
  })

  testLine = this.recovering(
    'statement',
    'testLine',
    this.oneOf(
      () => this.SUBRULE(this.nowLine),
      () => this.SUBRULE(this.leadLine),
      () => this.SUBRULE(this.eventLine),
      () => this.SUBRULE(this.expectLine),
    ),
  )

  nowLine = this.RULE('nowLine', () => {
    this.CONSUME(K.Now)
    this.CONSUME(DateTime)
  })

  leadLine = this.RULE('leadLine', () => {
    this.CONSUME(K.Lead)
    this.SUBRULE(this.dataRecord)
  })

  dataRecord = this.RULE('dataRecord', () => {
    this.CONSUME(S.LBrace)
    this.entries(this.dataField, S.Comma)
    this.CONSUME(S.RBrace)
  })

  dataField = this.recovering('entry', 'dataField', () => {
    this.CONSUME(Name)
    this.OR([
      {
        ALT: () => {
          this.CONSUME(S.Colon)
          this.SUBRULE(this.dataValue)
        },
      },
      { ALT: () => this.SUBRULE(this.dataRecord) },
    ])
  })

  dataValue = this.RULE(
    'dataValue',
    this.oneOf(
      () => this.SUBRULE(this.element),
      () => this.SUBRULE(this.list),
    ),
  )

  eventLine = this.RULE('eventLine', () => {
    this.CONSUME(K.Event)
    this.CONSUME(Name)
    this.OPTION(() => this.SUBRULE(this.dataArguments))
    this.OR([
      {
        ALT: () => {
          this.CONSUME(K.At)
          this.CONSUME(DateTime)
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.timeAgo)
          this.CONSUME(K.Ago)
        },
      },
    ])
  })

  /** Not in parentheses: those hold the event's properties. */
  timeAgo = this.RULE(
    'timeAgo',
    this.oneOf(
      () => this.SUBRULE(this.literal),
      () => this.SUBRULE(this.path),
    ),
  )

  dataArguments = this.RULE('dataArguments', () => {
    this.CONSUME(S.LParen)
    this.SUBRULE(this.dataArgument)
    this.MANY(() => {
      this.CONSUME(S.Comma)
      this.SUBRULE2(this.dataArgument)
    })
    this.CONSUME(S.RParen)
  })

  dataArgument = this.RULE('dataArgument', () => {
    this.OPTION(() => {
      this.CONSUME(Name)
      this.CONSUME(S.Colon)
    })
    this.SUBRULE(this.dataValue)
  })

  expectLine = this.RULE('expectLine', () => {
    this.CONSUME(K.Expect)
    this.OPTION(() => {
      this.CONSUME(K.In)
      this.SUBRULE(this.quantity)
    })
    this.OR([
      {
        ALT: () => {
          this.CONSUME(K.Rule)
          this.CONSUME(Text)
          this.SUBRULE(this.outcome)
        },
      },
      {
        ALT: () => {
          this.OPTION2(() => this.CONSUME(K.Not))
          this.CONSUME(K.Disqualified)
          this.OPTION3(() => this.CONSUME2(Text))
        },
      },
      { ALT: () => this.SUBRULE(this.expression) },
    ])
  })

  outcome = this.RULE(
    'outcome',
    this.oneOf(
      () => this.CONSUME(K.Matched),
      () => {
        this.CONSUME(K.Not)
        this.CONSUME2(K.Matched)
      },
      () => {
        this.CONSUME(K.Input)
        this.CONSUME(K.Missing)
      },
    ),
  )
}
