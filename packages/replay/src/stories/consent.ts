import type { Stage } from './Stage.ts'

/** A deadline that no story reaches. */
const never = 2n ** 40n

/** The protected account agrees that its cover's owner is paid. */
export async function consent(stage: Stage, cover: string, account: string): Promise<void> {
  const id = idOf(stage, cover)
  await stage.send(stage.bulwark.lossProofs, 'consent', [id, never, '0x'], { who: account })
}

/** Whoever holds the protected account's key takes that back. */
export async function revokeConsent(stage: Stage, cover: string, account: string): Promise<void> {
  await stage.send(stage.bulwark.lossProofs, 'revokeConsent', [idOf(stage, cover)], { who: account })
}

function idOf(stage: Stage, cover: string): bigint {
  return (stage.covers.find((sold) => sold.cover === cover) as { id: bigint }).id
}
