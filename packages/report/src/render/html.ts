/** Text that is markup already. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What can stand in a template: markup, plain text and numbers, lists of them, nothing. */
export type Content = Markup | string | number | null | undefined | false | readonly Content[]

// Control characters, and those that reorder or hide what stands around them.
const treacherous = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/**
 * Makes markup: what is put into the template is escaped unless it is markup itself. Names come from strangers: what
 * would reorder or hide the text around it is shown as �.
 *
 * @example
 * html`<b>${'<script>'}</b>`.text // '<b>&lt;script&gt;</b>'
 */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(strings.reduce((text, part, index) => `${text}${markup(contents[index - 1])}${part}`))
}

function markup(content: Content): string {
  if (content === null || content === undefined || content === false) return ''
  if (content instanceof Markup) return content.text
  if (typeof content === 'number') return String(content)
  if (typeof content !== 'string') return content.map(markup).join('')
  return content
    .replace(treacherous, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
