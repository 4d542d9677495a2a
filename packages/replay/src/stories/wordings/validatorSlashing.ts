/** What a listing on the slashing of validators says, in plain words. */
export type ValidatorSlashingParameters = {
  /** The network whose validators are meant. */
  network: string
  /** Days that one insured period lasts. */
  periodDays: number
  /** From how many slashed validators on so many percent are paid, ascending. */
  table: readonly { count: number; percent: number }[]
  /** Who reports: how many of how many signers. */
  threshold: number
  signers: number
  /** Hours in which a report can be contradicted. */
  contradictionHours: number
  /** Hours from the beginning of the period to the money, at worst. */
  worstHours: number
}

/**
 * The wording of "validator slashing": what is covered and what is not, what must be proven, how much is paid.
 *
 * @example
 * const wording = validatorSlashing({
 *   ...{ network: 'Ethereum', periodDays: 7, table: [{ count: 10, percent: 10 }], threshold: 3, signers: 5 },
 *   ...{ contradictionHours: 24, worstHours: 456 },
 * })
 */
export function validatorSlashing(parameters: ValidatorSlashingParameters): string {
  const { network, periodDays, table, threshold, signers, contradictionHours, worstHours } = parameters
  const steps = table.map(({ count, percent }) => `${count} or more: ${percent} % of the amount insured`).join('\n')
  return `Slashing of validators of ${network}, by periods of ${periodDays} days.

WHAT IS COVERED. Validators of ${network} are slashed: the network itself finds them guilty of a double proposal or of votes that
contradict each other, and marks them slashed. Each insured period is a cover of its own; the quote names its beginning, its
end and the last moment at which it is sold.

HOW MUCH. By the number of validators slashed in the period:
${steps}
Fewer: nothing. It is paid on any cover of that period, whoever's validators they were and whatever they lost, and nothing is
deducted. So it pays for mass slashings, by which one mistake of an operator or a client hits many at once.

WHAT IS NOT COVERED. Penalties for being offline, and inactivity leaks. A validator that leaves without being slashed. The
slashing of a single validator or of a few, also if it is yours. Fees or rewards that are missed.

WHAT MUST BE SHOWN. Nothing by you. ${threshold} of ${signers} signers named by the listing report the number after the period has ended, as any
node of the network can count it; anyone may bring the report. If one of them is shown within ${contradictionHours} hours to have signed another
number as well, the report is suspended and he is struck off; others may report anew.

BY WHEN. A period is sold until the moment that its quote names, and what was slashed before its beginning does not count. From
the beginning of the period to the money it takes at most ${worstHours} hours.
`
}
