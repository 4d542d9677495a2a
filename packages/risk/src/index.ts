export * from './exact/index.ts'
