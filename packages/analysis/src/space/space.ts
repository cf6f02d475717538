/**
 * What leads differ in, cut into finitely many classes that the conditions of a program do not tell apart. Everything that
 * the analysis proves it proves class by class, so that every lead must be in some class; a class without leads only costs exactness.
 *
 * Time: all ages are relative to the instant at which a lead is scored, which is 0 here; a date is the negative of its age
 * (future ones are positive). What depends on the calendar or on fixed dates is a feature of its own, taken as free.
 */
import type { Expr, Program, Value } from '@merit-lang/runtime'
import type { Enclosure, Truth } from '@merit-lang/runtime/reference'

/** A part of what an attribute (or a property) may be: all values of one class answer its atoms alike. */
export interface Class {
  /** Encloses every value of the class: the value itself where there is one (`null`: unknown), else an interval, or, for texts and where several values are taken together, whatever is known. */
  readonly value: Enclosure
  /** For people: `10..49`, `SaaS`, `unknown`, `a text with "vp"`. */
  readonly text: string
  /** Of dates that the program compares with fixed ones: the instants among which it is. `value` says only how far it is from now. */
  readonly fixed?: { readonly low: number; readonly high: number }
}

/**
 * One thing that leads differ in. Most attributes are one variable; a text or a list of which much is asked is several,
 * each of a few questions, which are taken as independent of each other.
 */
export interface Variable {
  /** The attribute, by index. */
  readonly attribute: number
  /** Not empty. */
  readonly classes: readonly Class[]
}

/** A condition that one variable decides: the largest parts of conditions that read one attribute (or property) and nothing else. */
export interface Atom {
  readonly variable: number
  /** By class; undefined where the class was not cut finely enough. */
  readonly holds: readonly Truth[]
}

/** Events that no pattern, window, decay and case tells apart, but for how much their age takes away. */
export interface EventClass {
  /** By index in the program; -1: the moment of a date attribute. */
  readonly type: number
  /** For moments: the date attribute, and the classes of its variable in which there is such an event. */
  readonly moment?: { readonly attribute: number }
  /** What each property is, by its name. A property that is not listed may be anything. */
  readonly properties: ReadonlyMap<string, Class>
  /**
   * Truth of the largest conditions on one property, on the event's age or its place in the calendar, and of others that they
   * decide, by identity of the expression.
   */
  readonly holds: Answers
  /** In milliseconds, whole, from youngest to oldest (Infinity for the last). */
  readonly youngest: number
  readonly oldest: number
  /** For people: `download(whitepaper), younger than 30d`. */
  readonly text: string
}

/** What is known of conditions; of others nothing is. */
export interface Answers extends Iterable<readonly [Expr, Truth]> {
  get(condition: Expr): Truth
}

export interface Space {
  readonly program: Program
  readonly variables: readonly Variable[]
  /** The variables of an attribute, by its index; none for one that nothing reads. */
  readonly variablesOf: readonly (readonly number[])[]
  readonly events: readonly EventClass[]
  /** The conditions that some class of events answers. */
  readonly askedOfEvents: ReadonlySet<Expr>
  /** By identity of the expression. Only expressions of `program` are known. */
  readonly atoms: ReadonlyMap<Expr, Atom>
  /**
   * Values of the attribute in these classes (one for each of its variables, in order), the plainest first; empty where
   * none was found. Dates are relative to 0. Numbers and dates: both ends are among them; where points depend on the value, the
   * ends are classes of their own.
   */
  readonly valuesIn: (attribute: number, classes: readonly number[]) => readonly Value[]
  /**
   * Events of the class beside `type` and `at`: values of the properties by their names, dates relative to 0, the plainest first;
   * empty where none was found. Of properties that may be anything, one value of each of their classes.
   */
  readonly propertiesIn: (event: EventClass) => readonly Readonly<Record<string, Value>>[]
}

/** How many events of a class there are. `high` may be Infinity. */
export interface Count {
  readonly low: number
  readonly high: number
}

/** A set of leads: one for each way to pick a class of each variable, and a number of events of each class. */
export interface Box {
  /** By variable: the classes that are left, by index, at least one. */
  readonly classes: readonly (readonly number[])[]
  /** By event class. Of moments: as the date's variable says; ignored. */
  readonly counts: readonly Count[]
}
