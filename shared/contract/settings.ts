import { z } from 'zod';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Languages of the interface. Articles may be in any language. */
const INTERFACE_LANGUAGES = ['en', 'en-US', 'he', 'ar', 'fa'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** The person's settings, kept outside the library in their own configuration. */
export interface Settings {
  /** Name shown to colleagues and put on new bylines; may be empty. */
  readonly name: string;
  /** Folder of the library. A change takes effect when Stet is started again. */
  readonly library: string;
  readonly language: InterfaceLanguage;
  readonly theme: Theme;
  readonly exportFolder: string;
}

const folder = z.string().min(1).max(4096);

export const settingsPatch = z.strictObject({
  name: z.string().max(200).optional(),
  library: folder.optional(),
  language: z.enum(INTERFACE_LANGUAGES).optional(),
  theme: z.enum(THEMES).optional(),
  exportFolder: z.string().max(4096).optional(),
});

export type SettingsPatch = z.infer<typeof settingsPatch>;
