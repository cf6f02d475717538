/** Ticks of an axis: about as many as asked for, at multiples of 1, 2 or 5 times a power of ten. */
export function ticks(low: number, high: number, about: number): readonly number[] {
  const step = stepFor((high - low) / about)
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => toPlaces((first + i) * step))
}

/** The least of them that is no less. */
function stepFor(width: number): number {
  if (!(width > 0)) return 1
  const unit = 10 ** Math.floor(Math.log10(width))
  return unit * ([1, 2, 5, 10].find(factor => unit * factor >= width * (1 - 1e-9)) as number)
}

/** Without what doubles make of 3 times 0.1. */
const toPlaces = (number: number) => Number(number.toPrecision(12))
