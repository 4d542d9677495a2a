import { parseAbi } from 'viem'

/** What the testkit calls of Chainlink's FluxAggregator. */
export const fluxAggregatorAbi = parseAbi([
  'function changeOracles(address[] removed, address[] added, address[] addedAdmins, uint32 minSubmissions, uint32 maxSubmissions, uint32 restartDelay)',
  'function submit(uint256 roundId, int256 submission)',
  'function latestRound() view returns (uint256)',
  'function getAnswer(uint256 roundId) view returns (int256)',
  'function getTimestamp(uint256 roundId) view returns (uint256)',
  'event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt)',
])
