/** What a test tells the stand-in. */
export type ToStandIn =
  | { readonly menu: string }
  | { readonly answerDialog: { readonly filePaths?: readonly string[]; readonly response?: number } }
  | { readonly ask: 'permissions' | 'windows' }
  | { readonly do: 'quit' | 'second-instance' | 'close-window' | 'activate' };

/** What the stand-in tells its test. */
export type FromStandIn =
  /** A window shows its page; Chromium can be reached at this address. */
  | { readonly window: { readonly cdp: string; readonly options: Readonly<Record<string, unknown>> } }
  | { readonly trouble: string }
  | { readonly opened: string }
  | { readonly dialog: { readonly kind: string; readonly text: string } }
  | { readonly answer: unknown };
