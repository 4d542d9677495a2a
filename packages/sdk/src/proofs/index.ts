export * from './buildBlockHeader.ts'
export * from './buildHoldingProof.ts'
export * from './buildTokenProof.ts'
export * from './getHoldingSlot.ts'
