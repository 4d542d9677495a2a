/** What tests look at in an answer. */
export type Body = {
  readonly code: string
  readonly detail: string
  readonly data: readonly Readonly<Record<string, unknown>>[]
  readonly next_cursor: string | null
  readonly asOf: { readonly blockNumber: string }
}

/** The JSON of an answer. */
export async function bodyOf(response: Response | undefined): Promise<Body> {
  return (await response?.json()) as Body
}
