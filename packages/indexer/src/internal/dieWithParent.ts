import './allowReadOnly.ts'

// Loaded into Ponder's process. Whoever started it holds its lock: without him it must not go on writing.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
