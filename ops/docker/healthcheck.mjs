/** Ends with 0 if the URL answers with a status below 400 within three seconds: slim images have no curl. */
const [url = ''] = process.argv.slice(2)
try {
  const response = await fetch(url, { signal: AbortSignal.timeout(3_000) })
  process.exitCode = response.ok ? 0 : 1
} catch {
  process.exitCode = 1
}
