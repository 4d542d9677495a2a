/** Is a cover in force? `since`: its waiting is over; `until`: its end; unix seconds. */
export const inForce = (at: number, { since, until }: { since: number; until: number }): boolean =>
  since <= at && at < until
