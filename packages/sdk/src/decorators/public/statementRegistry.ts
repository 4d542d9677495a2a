import { getPostedStatements } from '../../actions/statementRegistry/getPostedStatements.ts'
import { simulatePostStatement } from '../../actions/statementRegistry/postStatement.ts'

/** The reads and simulations of `actions/statementRegistry`. */
export const statementRegistryReads = { getPostedStatements, simulatePostStatement } as const
