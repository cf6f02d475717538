/** Pictures of screens with 256 colours: half the size, and nobody sees a difference. */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** @param png as browsers write it: 8 bits for each of red, green and blue, perhaps alpha */
export function withFewColours(png) {
  const { width, height, pixels } = decoded(png)
  const palette = commonest(pixels, 256)
  const nearest = new Map()
  const lines = Buffer.alloc(height * (width + 1))
  pixels.forEach((colour, i) => {
    if (!nearest.has(colour)) nearest.set(colour, nearestIn(palette, colour))
    lines[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = nearest.get(colour)
  })
  const header = Buffer.from(chunksOf(png).find(({ type }) => type === 'IHDR').data)
  header[9] = 3
  const colours = Buffer.from(palette.flatMap(channels))
  const data = deflateSync(lines, { level: 9, memLevel: 9 })
  return Buffer.concat([
    png.subarray(0, 8),
    ...[
      ['IHDR', header],
      ['PLTE', colours],
      ['IDAT', data],
      ['IEND', ''],
    ].map(chunk),
  ])
}

const channels = colour => [colour >> 16, (colour >> 8) & 255, colour & 255]

function decoded(png) {
  const chunks = chunksOf(png)
  const header = chunks.find(({ type }) => type === 'IHDR').data
  const [width, height, size] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3]
  const bytes = unfiltered(
    inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))),
    width * size,
    size,
  )
  const pixels = Array.from({ length: width * height }, (_, i) => bytes.readUIntBE(i * size, 3))
  return { width, height, pixels }
}

function chunksOf(png) {
  const chunks = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

/** Each line begins with the way in which its bytes were told from those to the left and above. */
const predictions = [
  () => 0,
  left => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
    return a <= b && a <= c ? left : b <= c ? up : corner
  },
]

function unfiltered(lines, length, size) {
  const bytes = Buffer.alloc((lines.length / (length + 1)) * length)
  for (let i = 0; i < bytes.length; i++) {
    const [line, x] = [Math.floor(i / length), i % length]
    const [left, up] = [x < size ? 0 : bytes[i - size], line === 0 ? 0 : bytes[i - length]]
    const corner = x < size || line === 0 ? 0 : bytes[i - length - size]
    bytes[i] = lines[i + line + 1] + predictions[lines[line * (length + 1)]](left, up, corner)
  }
  return bytes
}

function commonest(pixels, count) {
  const counts = new Map()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([colour]) => colour)
}

function nearestIn(palette, colour) {
  const wanted = channels(colour)
  const distances = palette.map(one => channels(one).reduce((sum, value, i) => sum + (value - wanted[i]) ** 2, 0))
  return distances.indexOf(Math.min(...distances))
}

function chunk([type, data]) {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length - 4)
  sum.writeUInt32BE(crc32(content))
  return Buffer.concat([length, content, sum])
}
