import type { RoleRow } from './describeRoles.ts'

const [begin, end] = ['<!-- roles: begin -->', '<!-- roles: end -->']

/**
 * A page with the table of restricted functions between its markers.
 *
 * @example
 * renderRoles(readFileSync('docs/roles.md', 'utf8'), await describeRoles(bulwark))
 */
export function renderRoles(page: string, rows: readonly RoleRow[]): string {
  const head = ['Role', 'Held by', 'Function', 'Bound in code']
  const cells = rows.map(({ role, fn, bound, holders }, index) => {
    const isFirst = rows[index - 1]?.role !== role
    return [isFirst ? `\`${role}\`` : '', isFirst ? holders : '', `\`${fn}\``, bound]
  })
  const lines = [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`)
  const [before = '', after = ''] = [page.split(begin)[0], page.split(end)[1]]
  return `${before}${begin}\n${lines.join('\n')}\n${end}${after}`
}
