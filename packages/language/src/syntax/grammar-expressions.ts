/** Conditions and values, event patterns, and the quantities that stand in statements. One grammar; the checker tells them apart. */
import { RecoveringParser } from './recovery.ts'
import { DateTime, Duration, Keywords as K, Name, NumberToken, Percent, Signs as S, Text } from './tokens.ts'

export abstract class ExpressionParser extends RecoveringParser {
  // -------------------------------------------------------------- from `or` down to a literal

  expression = this.RULE('expression', () => {
    this.SUBRULE(this.conjunction)
    this.MANY(() => {
      this.CONSUME(K.Or)
      this.SUBRULE2(this.conjunction)
    })
  })

  conjunction = this.RULE('conjunction', () => {
    this.MANY(() => this.CONSUME(K.Not))
    this.SUBRULE(this.comparison)
    this.MANY2(() => {
      this.CONSUME(K.And)
      this.MANY3(() => this.CONSUME2(K.Not))
      this.SUBRULE2(this.comparison)
    })
  })

  comparison = this.RULE(
    'comparison',
    this.oneOf(
      () => this.SUBRULE(this.quantified),
      () => {
        this.SUBRULE(this.sum)
        this.OPTION(() => this.SUBRULE(this.test))
      },
    ),
  )

  /** What is asked of a value. */
  test = this.RULE(
    'test',
    this.oneOf(
      () => {
        this.SUBRULE(this.comparisonSign)
        this.SUBRULE(this.sum)
      },
      () => this.SUBRULE(this.knownTest),
      () => {
        this.OPTION(() => this.CONSUME(K.Not))
        this.SUBRULE(this.wordyTest)
      },
    ),
  )

  comparisonSign = this.RULE(
    'comparisonSign',
    this.oneOf(
      () => this.CONSUME(S.Equal),
      () => this.CONSUME(S.NotEqual),
      () => this.SUBRULE(this.orderSign),
    ),
  )

  orderSign = this.RULE(
    'orderSign',
    this.oneOf(
      () => this.CONSUME(S.Less),
      () => this.CONSUME(S.LessEqual),
      () => this.CONSUME(S.Greater),
      () => this.CONSUME(S.GreaterEqual),
    ),
  )

  /** `is known`, `is not known`, `is unknown`: the builder reads the name. */
  knownTest = this.RULE('knownTest', () => {
    this.CONSUME(K.Is)
    this.OPTION(() => this.CONSUME(K.Not))
    this.SUBRULE(this.primary)
  })

  wordyTest = this.RULE(
    'wordyTest',
    this.oneOf(
      () => this.SUBRULE(this.membership),
      () => this.SUBRULE(this.ageTest),
      () => this.SUBRULE(this.momentTest),
      () => this.SUBRULE(this.wordTest),
    ),
  )

  membership = this.RULE('membership', () => {
    this.CONSUME(K.In)
    this.OR([
      {
        ALT: () => {
          this.CONSUME(K.Next)
          this.SUBRULE(this.quantity)
        },
      },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.range) },
    ])
  })

  ageTest = this.RULE('ageTest', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.Within) },
      {
        ALT: () => {
          this.CONSUME(K.Older)
          this.CONSUME(K.Than)
        },
      },
    ])
    this.SUBRULE(this.quantity)
  })

  momentTest = this.RULE('momentTest', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Before) }, { ALT: () => this.CONSUME(K.After) }])
    this.SUBRULE(this.bound)
  })

  /** The words of the operator up to its operand; without a literal the last name is the operand, which the builder sees to. */
  wordTest = this.RULE('wordTest', () => {
    this.SUBRULE(this.path)
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE2(this.path) },
        { ALT: () => this.CONSUME(K.Any) },
        { ALT: () => this.CONSUME(K.Of) },
      ]),
    )
    this.OPTION(() => this.SUBRULE(this.wordOperand))
  })

  wordOperand = this.RULE(
    'wordOperand',
    this.oneOf(
      () => this.SUBRULE(this.literal),
      () => this.SUBRULE(this.list),
      () => this.SUBRULE(this.arguments),
    ),
  )

  sum = this.RULE('sum', () => {
    this.SUBRULE(this.product)
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(S.Plus) }, { ALT: () => this.CONSUME(S.Minus) }])
      this.SUBRULE2(this.product)
    })
  })

  product = this.RULE('product', () => {
    this.MANY(() => this.CONSUME(S.Minus))
    this.SUBRULE(this.primary)
    this.MANY2(() => {
      this.OR([{ ALT: () => this.CONSUME(S.Times) }, { ALT: () => this.CONSUME(S.Divide) }])
      this.MANY3(() => this.CONSUME2(S.Minus))
      this.SUBRULE2(this.primary)
    })
  })

  primary = this.RULE(
    'primary',
    this.oneOf(
      () => this.SUBRULE(this.literal),
      () => this.SUBRULE(this.named),
      () => this.SUBRULE(this.parenthesis),
      () => this.SUBRULE(this.list),
      () => this.SUBRULE(this.count),
      () => this.SUBRULE(this.daysSince),
    ),
  )

  // -------------------------------------------------------------- values

  literal = this.RULE(
    'literal',
    this.oneOf(
      () => this.CONSUME(NumberToken),
      () => this.CONSUME(Percent),
      () => this.CONSUME(Duration),
      () => this.CONSUME(DateTime),
      () => this.CONSUME(Text),
      () => this.CONSUME(K.True),
      () => this.CONSUME(K.False),
    ),
  )

  /** A name with dots, a function with its arguments, or an aggregate of a property. */
  named = this.RULE('named', () => {
    this.CONSUME(Name)
    this.OR([
      { ALT: () => this.SUBRULE(this.arguments) },
      {
        ALT: () => {
          this.CONSUME(K.Of)
          this.SUBRULE(this.sum)
          this.CONSUME(K.In)
          this.SUBRULE(this.pattern)
        },
      },
      {
        ALT: () => {
          this.MANY(() => {
            this.CONSUME(S.Dot)
            this.CONSUME2(Name)
          })
        },
      },
    ])
  })

  path = this.RULE('path', () => {
    this.CONSUME(Name)
    this.MANY(() => {
      this.CONSUME(S.Dot)
      this.CONSUME2(Name)
    })
  })

  parenthesis = this.RULE('parenthesis', () => {
    this.CONSUME(S.LParen)
    this.SUBRULE(this.expression)
    this.CONSUME(S.RParen)
  })

  arguments = this.RULE('arguments', () => {
    this.CONSUME(S.LParen)
    this.SUBRULE(this.expression)
    this.MANY(() => {
      this.CONSUME(S.Comma)
      this.SUBRULE2(this.expression)
    })
    this.CONSUME(S.RParen)
  })

  list = this.RULE('list', () => {
    this.CONSUME(S.LBracket)
    this.OPTION(() => {
      this.SUBRULE(this.element)
      this.MANY(() => {
        this.CONSUME(S.Comma)
        this.SUBRULE2(this.element)
      })
      this.OPTION2(() => this.CONSUME2(S.Comma))
    })
    this.CONSUME(S.RBracket)
  })

  /** A value that stands for itself: a literal, a symbol, a negative number. */
  element = this.RULE(
    'element',
    this.oneOf(
      () => {
        this.CONSUME(S.Minus)
        this.SUBRULE(this.literal)
      },
      () => this.SUBRULE2(this.literal),
      () => this.CONSUME(Name),
    ),
  )

  count = this.RULE('count', () => {
    this.CONSUME(K.Count)
    this.CONSUME(K.Of)
    this.OPTION(() => {
      this.CONSUME(K.Distinct)
      this.SUBRULE(this.path)
      this.CONSUME(K.In)
    })
    this.SUBRULE(this.pattern)
  })

  daysSince = this.RULE('daysSince', () => {
    this.CONSUME(K.Days)
    this.CONSUME(K.Since)
    this.OR([
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(K.First) }, { ALT: () => this.CONSUME(K.Last) }])
          this.SUBRULE(this.pattern)
        },
      },
      { ALT: () => this.SUBRULE(this.bound) },
    ])
  })

  // -------------------------------------------------------------- events

  quantified = this.RULE('quantified', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.Any) },
      { ALT: () => this.CONSUME(K.No) },
      {
        ALT: () => {
          this.CONSUME(K.Exactly)
          this.SUBRULE(this.quantity)
        },
      },
      {
        ALT: () => {
          this.CONSUME(K.At)
          this.OR2([{ ALT: () => this.CONSUME(K.Least) }, { ALT: () => this.CONSUME(K.Most) }])
          this.SUBRULE2(this.quantity)
        },
      },
    ])
    this.SUBRULE(this.pattern)
  })

  pattern = this.RULE('pattern', () => {
    this.CONSUME(Name)
    this.OPTION(() => this.SUBRULE(this.arguments))
    this.MANY(() => this.SUBRULE(this.window))
  })

  window = this.RULE(
    'window',
    this.oneOf(
      () => {
        this.CONSUME(K.Within)
        this.SUBRULE(this.quantity)
      },
      () => {
        this.CONSUME(K.Older)
        this.CONSUME(K.Than)
        this.SUBRULE2(this.quantity)
      },
      () => {
        this.CONSUME(K.Since)
        this.CONSUME(K.Last)
        this.SUBRULE(this.pattern)
      },
    ),
  )

  // -------------------------------------------------------------- quantities in statements

  /** A number, duration … as written, a name for one, or an expression in parentheses. */
  quantity = this.RULE(
    'quantity',
    this.oneOf(
      () => this.SUBRULE(this.literal),
      () => this.SUBRULE(this.path),
      () => this.SUBRULE(this.parenthesis),
    ),
  )

  bound = this.RULE('bound', () => {
    this.OPTION(() => this.CONSUME(S.Minus))
    this.SUBRULE(this.quantity)
  })

  /** `10..49`, `10..<50`, `500..`, `< 10`, or one value. */
  range = this.RULE(
    'range',
    this.oneOf(
      () => {
        this.SUBRULE(this.orderSign)
        this.SUBRULE(this.bound)
      },
      () => {
        this.SUBRULE2(this.bound)
        this.OPTION(() => {
          this.OR2([{ ALT: () => this.CONSUME(S.HalfOpen) }, { ALT: () => this.CONSUME(S.DotDot) }])
          this.OPTION2(() => this.SUBRULE3(this.bound))
        })
      },
    ),
  )
}
