/** When spans of a feed's listing begin and end; levels are prices, or ratios to the price `lookback` before, WAD. */
export type FeedLevels = { strike: bigint; recovery: bigint; persistence: number; lookback: number }
