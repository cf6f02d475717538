/** What has a name that may stand in several places of a model. */

export type EntityKind =
  | 'attribute'
  /** `company` of `company.tier`. */
  | 'record'
  | 'event'
  | 'derived'
  | 'property'
  | 'list'
  | 'let'
  | 'segment'
  | 'score'
  | 'group'
  | 'grade'
  | 'label'
  | 'stage'
  | 'value'
  | 'rule'
  | 'reason'
  | 'test'

export interface Entity {
  readonly kind: EntityKind
  /** An attribute's, record's or property's with dots where it is nested; a rule's without a label is its text. */
  readonly name: string
  /**
   * The event of a property, the grade of a label, the attribute or property of a value, the score or group that a group
   * stands in. All others have none: their names are known in the whole model.
   */
  readonly owner?: Entity
}

/** The same for the same entity in every model. Values and labels are the same in whatever case they are written. */
export function keyOf({ kind, name, owner }: Entity): string {
  const own = kind === 'value' || kind === 'label' ? name.toLowerCase() : name
  return owner ? `${keyOf(owner)}\n${kind} ${own}` : `${kind} ${own}`
}

/** How it is called in a sentence: "an attribute". */
export function nounOf({ kind, owner }: Entity): string {
  return kind === 'value' && owner ? `a value of \`${owner.name}\`` : nouns[kind]
}

const nouns = {
  attribute: 'an attribute',
  record: 'a record of attributes',
  event: 'an event',
  derived: 'an event',
  property: 'a property',
  list: 'a list',
  let: 'a `let`',
  segment: 'a segment',
  score: 'a score',
  group: 'a group',
  grade: 'a grade',
  label: 'a label of a grade',
  stage: 'a stage',
  value: 'a value',
  rule: 'a rule',
  reason: 'a reason to disqualify',
  test: 'a test',
} satisfies { [K in EntityKind]: string }
