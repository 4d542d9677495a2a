/** An account that a local stack made for trying things out. */
export type DemoAccount = {
  readonly label: string
  readonly address: string
  /** Path of its keystore. */
  readonly keystore: string
  /** Path of the file with its password. */
  readonly passwordFile: string | undefined
}

/** Where things are: flags before environment before project before user. */
export type Config = {
  readonly rpc: string | undefined
  /** Path of the manifest. */
  readonly deployment: string | undefined
  readonly api: string | undefined
  readonly database: string | undefined
  /** Name or path of a keystore. */
  readonly keystore: string | undefined
  /** URL of an external signer. */
  readonly signer: string | undefined
  /** Address or label of who acts. */
  readonly from: string | undefined
  /** Folders that are searched for keystores; the first is where new ones go. */
  readonly keystores: readonly string[]
  /** Accounts of a local stack. */
  readonly demo: readonly DemoAccount[]
}
