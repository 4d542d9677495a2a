const reasons: Readonly<Record<string, string>> = {
  AdjudicatorRefuses: 'its trigger says that it must not be sold now',
  CapacityExceeded: 'it would take the SCR above own funds',
  IncidentOpen: 'an incident is open',
  QuoteExpired: 'the last moment of sale has passed',
  InvalidQuote: 'the event is too near',
}

/** An error that a sale ends with, as a newcomer would say it. */
export function describeRefusal(errorName: string): string {
  return reasons[errorName] ?? errorName
}
