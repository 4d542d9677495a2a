export * from './errors.ts'
export * from './externalAccount.ts'
export * from './openSigner.ts'
