/**
 * What the server answers beyond the Language Server Protocol, as plain JSON. Lines and characters count from 0, in UTF-16
 * units; instants are ISO 8601 in UTC; documents are named by URIs.
 */
import type { LinePosition } from './positions.ts'

/** Requests of a client. `null`: the document belongs to no model that the server knows. */
export interface Requests {
  /** The tests of a file, in its order. */
  'merit/tests': { params: DocumentParams; result: readonly Test[] }
  /** Runs all tests of a file, or those that are named. */
  'merit/runTests': { params: TestsParams; result: TestRun | null }
  /** What the tests of a file, or those that are named, reach in each file of its model. */
  'merit/coverage': { params: TestsParams; result: Coverage | null }
  /** How one lead comes to what it is at an instant. */
  'merit/preview': { params: PreviewParams; result: Preview | null }
  /** How the scores of all sample leads spread at an instant. */
  'merit/distribution': { params: DistributionParams; result: Distribution | null }
  /** Which sample leads there are. */
  'merit/leads': { params: LeadsParams; result: Leads | null }
  'merit/status': { params: DocumentParams; result: Status | null }
  /** The page about findings of this name, as Markdown. */
  'merit/page': { params: { name: string }; result: string | null }
}

/** What the server asks of a client that announces `experimental.merit.files`: files that are not open, where it sees no disk. */
export interface ClientRequests {
  /** The URIs of all models below the folders; none in places where models do not belong, such as `node_modules`. */
  'merit/findModels': { params: { folders: readonly string[] }; result: readonly string[] }
  /** The URIs of the files that lie right in the folder. */
  'merit/listFiles': { params: { folder: string }; result: readonly string[] }
  /** `null` where it cannot be read. Of a longer file the first `limit` bytes. */
  'merit/readFile': { params: { uri: string; limit: number }; result: { text: string; cut: boolean } | null }
}

/** Commands that lenses carry and the server runs; afterwards lenses say how the tests ended. */
export interface Commands {
  'merit.runTest': readonly [TestsParams]
  'merit.runAllTests': readonly [DocumentParams]
}

/** Commands that only some clients have. One that announces them in `experimental.merit.commands` gets lenses that carry them. */
export interface ClientCommands {
  'merit.openPreview': readonly [DocumentParams]
}

/** `experimental` among the capabilities of a client. */
export interface Experimental {
  readonly merit?: {
    readonly files?: boolean
    readonly commands?: readonly (keyof ClientCommands)[]
  }
}

export interface Range {
  readonly start: LinePosition
  readonly end: LinePosition
}

export interface Location {
  readonly uri: string
  readonly range: Range
}

export interface DocumentParams {
  readonly uri: string
}

// ---------------------------------------------------------------- tests

export interface TestsParams extends DocumentParams {
  /** The ids of tests; all where absent. */
  readonly tests?: readonly string[]
}

export interface Test {
  /** The name, and which one it is among tests of the same name; stays while others are edited. */
  readonly id: string
  readonly name: string
  readonly range: Range
}

export interface TestRun {
  /** Why nothing was run: one sentence; the model has errors, or cannot be scored. */
  readonly problem?: string
  readonly outcomes: readonly TestOutcome[]
}

export interface TestOutcome extends Test {
  readonly passed: boolean
  readonly failures: readonly TestFailure[]
}

export interface TestFailure {
  /** Of the expectation, or of the test where a promise or the data is meant. */
  readonly location: Location
  /** `expect fit = 65` */
  readonly text: string
  readonly at: string
  /** `fit = 65` */
  readonly expected: string
  /** `fit is 55` */
  readonly actual: string
  /** How it came about, in Markdown. */
  readonly breakdown?: string
}

// ---------------------------------------------------------------- coverage

export interface Coverage {
  readonly problem?: string
  readonly files: readonly FileCoverage[]
}

export interface FileCoverage {
  readonly uri: string
  /** Rules, multipliers, lines of stages, cases of grades, disqualifications: whatever gives or decides something. */
  readonly statements: readonly StatementCoverage[]
}

export interface StatementCoverage {
  /** The label of the rule, or its text. */
  readonly name: string
  readonly range: Range
  /** At how many instants of the tests it matched. */
  readonly matched: number
  /** What else tests should show of it. What cannot be, which is proved, is not among it. */
  readonly goals: readonly GoalCoverage[]
}

export interface GoalCoverage {
  /** `condition`: a comparison; `threshold`: a score on both sides; `band`: a row of a table. */
  readonly kind: 'statement' | 'condition' | 'threshold' | 'band'
  readonly text: string
  readonly range: Range
  readonly outcomes: readonly OutcomeCoverage[]
}

export interface OutcomeCoverage {
  readonly outcome: 'matched' | 'true' | 'false' | 'unknown' | 'reached' | 'missed' | 'applied'
  /** At how many instants of the tests it was seen. */
  readonly seen: number
  /** Of what was not seen: a lead that would show it, in a few words. */
  readonly example?: string
}

// ---------------------------------------------------------------- samples

/** The sample leads of a model, as far as they could be read. */
export interface Samples {
  readonly uri: string
  /** The last part of the path. */
  readonly name: string
  /** How many leads were read. */
  readonly count: number
  /** True where the file has more than are read. */
  readonly cut: boolean
  /** The instant for which they are scored unless another one is asked for: what the setting `merit.now` says, else that of their newest event. */
  readonly now: string
  /** What is wrong with the file, and where: one sentence. */
  readonly problem?: string
  /** Of the problem, from 1. */
  readonly line?: number
  /** There are no sample leads: these are the leads of the model's own tests. */
  readonly standIns?: true
}

export interface LeadsParams extends DocumentParams {
  /** Only leads whose id or shown text has this in it, whatever its letter case. */
  readonly query?: string
  /** At most so many; 200 where absent. */
  readonly limit?: number
}

export interface Leads {
  readonly samples: Samples | null
  /** In the order of the file. */
  readonly leads: readonly SampleLead[]
  /** How many the query finds, beyond the limit too. */
  readonly found: number
}

export interface SampleLead {
  /** Its place in the file, from 0: what names it in requests. */
  readonly index: number
  /** Its id where it has one, else "lead 1", "lead 2", … */
  readonly label: string
}

// ---------------------------------------------------------------- preview

export interface PreviewParams extends DocumentParams {
  /** The place of a sample lead; the first where absent. */
  readonly lead?: number
  /** The instant for which it is scored; that of the samples where absent. */
  readonly now?: string
}

export interface Preview {
  /** The model's title, else the name of its file. */
  readonly title: string
  readonly samples: Samples | null
  /** Why there is nothing to show: one sentence. Absent where `scored` is there. */
  readonly problem?: string
  /** All that is missing are sample leads. */
  readonly wantsSamples?: true
  readonly scored?: ScoredLead
}

export interface ScoredLead {
  readonly lead: SampleLead
  readonly now: string
  readonly scores: readonly ScoreSteps[]
  readonly grades: readonly { readonly name: string; readonly label: string; readonly until: Change | null }[]
  readonly stages: readonly { readonly name: string; readonly holds: boolean; readonly until: Change | null }[]
  /** The reasons that hold. */
  readonly disqualified: readonly string[]
  /** What in the lead's data was not as declared: one sentence each. */
  readonly issues: readonly string[]
  /** Between which instants it makes sense to look: from the first event to a while after the last change. */
  readonly span: { readonly from: string; readonly to: string }
  /** What happens within the span, in order of time: events of the lead, and changes of stages and grades after `now`. */
  readonly marks: readonly Mark[]
  /** The breakdown as a page. */
  readonly markdown: string
}

/** When something will be something else if nothing new happens. */
export interface Change {
  readonly at: string
  /** `"true"`, `"B"`; absent where that was not found out. */
  readonly becomes?: string
}

export interface Mark {
  readonly at: string
  readonly kind: 'event' | 'change'
  /** `download(whitepaper)`, `MQL ends`. */
  readonly label: string
}

/** A score as a waterfall: the points of its steps add up to the score. */
export interface ScoreSteps {
  readonly name: string
  readonly points: number
  readonly location: Location
  readonly steps: readonly Step[]
}

export interface Step {
  /** `rule`: what a rule gave; `multiplier`, `bounds` and `weight`: what they changed; `formula`: a composed score in one step. */
  readonly kind: 'rule' | 'multiplier' | 'bounds' | 'weight' | 'formula'
  readonly label: string
  /** How it came about, in a few words: `2 events, decay 30d`; empty where the label says it all. */
  readonly detail: string
  readonly outcome: 'matched' | 'not matched' | 'input missing'
  readonly points: number
  /** The sum up to here, this step included. */
  readonly total: number
  /** How many groups it is in. */
  readonly depth: number
  readonly location: Location
}

// ---------------------------------------------------------------- distribution

export interface DistributionParams extends DocumentParams {
  readonly now?: string
}

export interface Distribution {
  readonly samples: Samples | null
  readonly problem?: string
  readonly now: string
  readonly scores: readonly ScoreDistribution[]
  readonly stages: readonly Share[]
  readonly grades: readonly { readonly name: string; readonly labels: readonly Share[] }[]
}

export interface ScoreDistribution {
  readonly name: string
  readonly min: number
  readonly median: number
  readonly max: number
  /** Of equal width, without gaps, ascending; the last one takes its upper end in. */
  readonly bins: readonly Bin[]
  readonly thresholds: readonly Threshold[]
}

export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Where a stage or grade looks at a score. */
export interface Threshold {
  readonly at: number
  /** `MQL`, `A`. */
  readonly label: string
  readonly location: Location
}

/** How many of the sample leads. */
export interface Share {
  readonly name: string
  readonly count: number
}

// ---------------------------------------------------------------- status

export interface Status {
  /** The file that the model begins with, and its title or file name. */
  readonly model: { readonly uri: string; readonly title: string }
  /** The files that it imports, directly or not. */
  readonly imports: readonly { readonly uri: string; readonly name: string }[]
  readonly errors: number
  readonly warnings: number
  readonly tests: number
  readonly samples: Samples | null
}
