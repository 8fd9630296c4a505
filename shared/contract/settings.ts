import { z } from 'zod';
import {
  FOCUS_PARTS,
  LONGEST_PLACES,
  LONGEST_REPLACED,
  LONGEST_REPLACEMENT,
  MOST_REPLACEMENTS,
  TEXT_SIZE,
  TEXT_WIDTHS,
  TYPEFACES,
  type FocusPart,
  type Replacement,
  type TextWidth,
  type Typeface,
} from './writing.ts';
import { SPELLING_LANGUAGES, type SpellingLanguage } from './spelling.ts';

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
  readonly textSize: number;
  readonly textWidth: TextWidth;
  readonly typeface: Typeface;
  readonly focus: FocusPart;
  /** Keeps the line that is written at one height. */
  readonly typewriter: boolean;
  /** Straight quotes become those of the language. */
  readonly smartQuotes: boolean;
  /** `--`, `---` and `...` become dashes and an ellipsis. */
  readonly smartDashes: boolean;
  /** Common slips are put right as they are written. */
  readonly autocorrect: boolean;
  readonly replacements: readonly Replacement[];
  /** What was open in which library, and where the caret stood, as the page keeps it. */
  readonly places: string;
  readonly checkSpelling: boolean;
  /** Languages whose words are right in an article of another language, where that is written in the same letters. */
  readonly spellingLanguages: readonly SpellingLanguage[];
}

const replacement = z.strictObject({
  from: z.string().min(1).max(LONGEST_REPLACED).regex(/^\S+$/u),
  to: z.string().min(1).max(LONGEST_REPLACEMENT),
});

const folder = z.string().min(1).max(4096);

export const settingsPatch = z.strictObject({
  name: z.string().max(200).optional(),
  library: folder.optional(),
  language: z.enum(INTERFACE_LANGUAGES).optional(),
  theme: z.enum(THEMES).optional(),
  exportFolder: z.string().max(4096).optional(),
  textSize: z.int().min(TEXT_SIZE.least).max(TEXT_SIZE.most).optional(),
  textWidth: z.enum(TEXT_WIDTHS).optional(),
  typeface: z.enum(TYPEFACES).optional(),
  focus: z.enum(FOCUS_PARTS).optional(),
  typewriter: z.boolean().optional(),
  smartQuotes: z.boolean().optional(),
  smartDashes: z.boolean().optional(),
  autocorrect: z.boolean().optional(),
  places: z.string().max(LONGEST_PLACES).optional(),
  replacements: z.array(replacement).max(MOST_REPLACEMENTS).readonly().optional(),
  checkSpelling: z.boolean().optional(),
  spellingLanguages: z.array(z.enum(SPELLING_LANGUAGES)).max(SPELLING_LANGUAGES.length).optional(),
});

export type SettingsPatch = z.infer<typeof settingsPatch>;
