/** The dialogs that open over any screen, loaded together once the first screen stands. */
export { PutOnDesk } from '#renderer/desk/put-on-desk.tsx';
export { ExportDialog } from '#renderer/export/export-dialog.tsx';
export { SettingsDialog } from '#renderer/settings/settings-dialog.tsx';
export { ShortcutsDialog } from './shortcuts-dialog.tsx';
export { Palette } from './palette.tsx';
