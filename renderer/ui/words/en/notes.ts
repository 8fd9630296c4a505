/**
 * What an import or export could not keep or had to guess, by the note’s code, for the languages the back end does not speak;
 * English shows the back end’s own sentence. What a sentence names (a number, names out of the file) follows it.
 */
export const notes = {
  'headline-missing': 'The story has no headline yet',
  'page-furniture-dropped': 'Parts of the page that are not part of the story were left out',
  'picture-missing': 'Pictures are missing; their places, captions and credits were kept',
  'related-without-links': 'Related articles were kept as words alone, since the file gives no addresses for them',
  'headings-by-shape': 'Lines that look like section headings were made section headings',
  'encoding-guessed': 'The file is not UTF-8, so check names and letters with accents; it was read as',
  'embed-dropped': 'Embedded players and frames without a web address were left out',
  'code-flattened': 'Code was kept as plain paragraphs with their line breaks',
  'text-after-page-end': 'Text that stood after the related articles was kept at the end of the story',
  'related-heading-kept': 'A heading “Related Articles” was kept as a section of the story',
  'markdown-too-heavy':
    'The Markdown is too large or too deeply nested, so its text was taken as it stands, signs and all',
  'html-flattened': 'Passages in HTML were read as plain paragraphs, lists and tables',
  'html-dropped': 'HTML tags inside the text were left out; their text was kept',
  'footnotes-at-end': 'Footnotes were put at the end of the story as a numbered list',
  'front-matter-unreadable': 'The front matter could not be read and was left out',
  'front-matter-damaged': 'The front matter has mistakes in it; what could be read was taken, so check it',
  'front-matter-dropped': 'Front matter that has no place in Stet was left out',
  'link-dropped': 'Links to addresses outside the web, mail and telephone were left out',
  'link-refused': 'Links to addresses outside the web, mail and telephone were left out',
  'embed-refused': 'Embeds whose address is not a web address were left out; their titles were kept',
  'control-characters-dropped': 'Invisible control characters were left out',
  'pictures-left-out': 'Pictures were left out; their captions and credits were kept',
  'marks-dropped': 'Bold, italic and other marks were left out; plain text has none',
  'structure-flattened': 'Quotes, pull quotes, fact boxes, corrections and tables were written as plain paragraphs',
  'share-picture-without-address':
    'The picture for sharing was left out, because without a canonical URL it has no full web address',
  'embargo-without-time': 'The embargo names a day without a time; it was written as the beginning of that day, UTC',
  'galleries-apart': 'Pictures of galleries stand one by one; that they belong together is said only in the text',
  'picture-beside-file': 'Pictures lie beside the file, which names them instead of giving web addresses',
  'related-card-dropped': 'A card for a related article that is no longer in the list was left out',
  'fields-left-out': 'Fields that this format has no place for were left out',
};

export type NoteWords = typeof notes;
