import type { Chance } from './chance.ts';

/** The name a provider gives to a second version of a file, in the manner of one of them. */
export function conflictName(path: string, chance: Chance): string {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  const [stem, ending] = dot > slash ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  const number = 1 + chance.below(3);
  switch (chance.below(5)) {
    case 0:
      return `${stem} (Ana’s conflicted copy 2026-03-0${number})${ending}`;
    case 1:
      return `${stem}-DESKTOP-${number}${ending}`;
    case 2:
      return `${stem} (${number})${ending}`;
    case 3:
      return `${stem}.sync-conflict-20260301-10101${number}-ABCDEF7${ending}`;
    default:
      return `Copy of ${path.slice(slash + 1)}`.replace(/^/u, path.slice(0, slash + 1));
  }
}

/** The same name as another system writes it: other case, or letters taken apart. */
export function respelled(path: string, chance: Chance): string {
  const slash = path.lastIndexOf('/');
  const [folder, name] = [path.slice(0, slash + 1), path.slice(slash + 1)];
  switch (chance.below(3)) {
    case 0:
      return folder + name.toUpperCase();
    case 1:
      return folder.toUpperCase() + name;
    default:
      return `${folder}${name.replace(/e/u, 'é'.normalize(chance.odds(0.5) ? 'NFD' : 'NFC'))}`;
  }
}

/** Things that systems, providers and people leave in shared folders. */
export function litter(chance: Chance): { path: string; bytes: Uint8Array } {
  const name = chance.pick([
    '.DS_Store',
    'desktop.ini',
    'Thumbs.db',
    '~$budget.docx',
    '.~lock.budget.ods#',
    'Re\u0301sume\u0301.txt',
    'Résumé.txt',
    '.syncthing.x.parcel.tmp',
    '.stversions/x.parcel',
    'writers/.DS_Store',
    'writers/notes.txt',
    'writers/ffffffffffffffffffff/readme.md',
    'writers/ffffffffffffffffffff/1-1-00.parcel',
    'presence/nobody.json',
    'presence/..json',
    'media/zz/x.jpg',
  ]);
  return { path: `/${name}`, bytes: chance.bytes(chance.below(60)) };
}
