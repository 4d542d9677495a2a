/** Seconds. */
export const hour = 3_600
export const day = 86_400

/** Unix seconds of a moment in UTC. */
export const utc = (moment: string): number => Date.parse(moment.endsWith('Z') ? moment : `${moment}Z`) / 1000
