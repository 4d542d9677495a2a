/** One, of rates, ratios, probabilities and levels. */
export const wad = 10n ** 18n
/** One, of fees and of the correlations in storage. */
export const bps = 10_000n
/** Seconds of a day. */
export const day = 86_400n
/** Seconds of a year: 365 days. */
export const year = 365n * day
/** 1e-18 grains to a grain: what premium streams are kept in. */
export const streamPrecision = 10n ** 18n
/** Utilisation at which the level of k does not drift, WAD. */
export const targetUtilisation = (8n * wad) / 10n
/** Speed of the drift of k's level, WAD per year and unit of utilisation. */
export const driftSpeed = 50n * wad
/** The most time that one drift counts, seconds. */
export const maxDriftTime = 5n * day
/** Least level of k, WAD per year. */
export const minLevel = wad / 100n
/** Greatest level of k, WAD per year. */
export const maxLevel = wad / 2n
/** Level of k of a new pool, WAD per year. */
export const firstLevel = wad / 20n
/** Greatest commission of a referrer, basis points of the net premium. */
export const maxReferrerFee = 1_000n
/** Short-rate fee of a refund, basis points of the unearned premium; none while the pool is short of capital. */
export const shortRate = 1_000n
/** Proven holdings above it are taken for it, smallest units of the token. */
export const maxHeld = (1n << 128n) - 1n

/** What a ruled loss is worth at most, units: reserves have 96 bits. */
export const maxLeafWorth = (1n << 96n) - 1n
