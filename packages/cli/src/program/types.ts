import type { Config } from '../config/types.ts'
import type { Talk } from '../output/createTalk.ts'

/** A list of labels with their texts. */
export type Fields = readonly (readonly [label: string, text: string])[]

/** One part of what people read. */
export type Section =
  | { readonly title?: string; readonly fields: Fields }
  | {
      readonly title?: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Said where there is no row. */
      readonly empty: string
    }
  | { readonly text: string }

/** What a command answers: the same facts for programs and for people. */
export type Result = {
  /** The object that `--json` prints; big integers become decimal strings. */
  readonly data: Readonly<Record<string, unknown>>
  readonly view: readonly Section[]
}

/** What a command gets. */
export type Context = {
  /** The command's name, as `create pool`. */
  readonly command: string
  /** Arguments by name. */
  readonly args: Readonly<Record<string, string | undefined>>
  /** What follows the named arguments, where the command takes any number. */
  readonly rest: readonly string[]
  /** Options by name, as commander names them. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly config: Config
  /** How to speak to the person in front: on stderr. */
  readonly talk: Talk
}

/** What a command does. It returns nothing if it wrote its output itself. */
export type Run = (context: Context) => Promise<Result | undefined>

/** What the command line knows of a command before it loads it. */
export type CommandSpec = {
  /** One or two words. */
  readonly name: string
  readonly summary: string
  /** More than a line on what it does. */
  readonly about?: string
  /** A command line each, the first is the one that documents show. */
  readonly examples: readonly string[]
  /** `<listing>`, `[id]`, `[covers...]`, with what it is. */
  readonly args?: readonly (readonly [name: string, about: string])[]
  /** commander's flags, with what they are. */
  readonly options?: readonly (readonly [flags: string, about: string])[]
  /** Does it send transactions? */
  readonly sends?: boolean
  /** Words that an argument or option may be, for completion: by argument name or flag. */
  readonly words?: Readonly<Record<string, readonly string[]>>
  readonly load: () => Promise<Run>
}
