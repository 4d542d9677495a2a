import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'
import { BrowserNotFoundError } from '../errors.ts'

/** The parameters of {@link launchBrowser}. */
export type LaunchBrowserParameters = {
  /** A browser of the machine. @default the one that the package brings for Linux on x64, unpacked once */
  executablePath?: string | undefined
}

/**
 * Starts a headless Chromium.
 *
 * @throws {BrowserNotFoundError} if none can be started.
 * @example
 * const browser = await launchBrowser()
 */
export async function launchBrowser({ executablePath }: LaunchBrowserParameters = {}): Promise<Browser> {
  try {
    const path = executablePath ?? (await chromium.executablePath())
    // Not the package's own arguments: with --single-process the browser dies when a page closes.
    return await playwright.launch({ executablePath: path, args: ['--no-sandbox', '--headless=shell'] })
  } catch (cause) {
    throw new BrowserNotFoundError({ cause })
  }
}
