import type { Template } from './Template.ts'

/** A template as text. */
export function formatTemplate(template: Template): string {
  return JSON.stringify(template, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))
}

/** A template from its text. */
export function parseTemplate(text: string): Template {
  return JSON.parse(text, (_, value) =>
    typeof value === 'string' && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  )
}
