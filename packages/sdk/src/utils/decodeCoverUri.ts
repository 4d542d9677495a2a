/** What a cover's metadata says. */
export type CoverMetadata = {
  /** Which cover it is. */
  name: string
  /** What it is, in a sentence. */
  description: string
  /** The picture, as a `data:` URI of SVG; undefined if nothing drew one. */
  image?: string | undefined
  /** What it covers, how much, until when, and where it stands. */
  attributes?: readonly { trait_type: string; value: string | number; display_type?: string | undefined }[] | undefined
}

/**
 * Decodes the metadata of a cover.
 *
 * @param uri what {@link getCoverUri} or {@link drawCover} returned.
 * @returns name, description, picture and attributes.
 * @example
 * const { image, attributes } = decodeCoverUri(await getCoverUri(client, { covers, id }))
 */
export function decodeCoverUri(uri: string): CoverMetadata {
  const comma = uri.indexOf(',')
  const content = uri.slice(comma + 1)
  if (!uri.slice(0, comma).endsWith(';base64')) return JSON.parse(content)
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
  return JSON.parse(new TextDecoder().decode(bytes))
}
