/** A place, in degrees. */
export type Place = { latitude: number; longitude: number }

const radius = 6_371.0088

/** Kilometres between two places along the surface, rounded up. */
export function kilometresUp(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const along = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude))
  const chord = half(a.latitude, b.latitude) + along * half(a.longitude, b.longitude)
  return Math.ceil(2 * radius * Math.asin(Math.sqrt(chord)))
}
