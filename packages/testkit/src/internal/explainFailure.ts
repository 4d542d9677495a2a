import { HttpRequestError, type Transport } from 'viem'

/** `transport`, except that a request which found nobody to answer throws the `reason` if there is one. */
export function explainFailure<transport extends Transport>(
  transport: transport,
  reason: () => Promise<Error | undefined>,
): transport {
  const wrapped = (config: Parameters<transport>[0]) => {
    const inner = transport(config)
    const request = (...parameters: Parameters<typeof inner.request>) =>
      inner.request(...parameters).catch(async (error: unknown) => {
        if (!(error instanceof HttpRequestError)) throw error
        throw (await reason()) ?? error
      })
    return { ...inner, request }
  }
  return wrapped as transport
}
