/** What a setting may be: a closed set, from which both the reader and the schema follow. */
import type { Level } from './config.ts'

export type Shape =
  | { readonly kind: 'text' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'percentage' }
  /** `50`, `2%` or `MQL=2%`: see `limitOf`. `share`: also as a share of all leads. */
  | { readonly kind: 'limit'; readonly share: boolean }
  /** One may stand without brackets. */
  | { readonly kind: 'several'; readonly of: Shape }
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** By the names of findings. */
  | { readonly kind: 'levels'; readonly values: readonly Level[] }

export interface Setting {
  /** For whoever writes it: shown by editors. */
  readonly description: string
  readonly shape: Shape
}

export type Settings = Readonly<Record<string, Setting>>

export type ShapeOf<K extends Shape['kind']> = Extract<Shape, { kind: K }>
