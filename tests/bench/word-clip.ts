import { benchText } from './bench-text.ts';

/** About `words` words as Word puts them on the clipboard: its style sheet, its classes, lists as it means them. */
export function wordClip(words: number): string {
  const blocks = benchText(words).map(({ kind, text }, at) => {
    if (kind === 'heading')
      return `<h2><span lang=EN-GB style='mso-fareast-language:EN-US'>${text}<o:p></o:p></span></h2>`;
    return at % 9 === 4 ? listItem(text) : paragraph(text, at);
  });
  return (
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>` +
    `<meta name=Generator content="Microsoft Word 15"><style>${styleSheet()}</style></head>` +
    `<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->${blocks.join('\n')}<!--EndFragment--></body></html>`
  );
}

function paragraph(text: string, at: number): string {
  const [first = '', second = '', third = '', ...rest] = text.split(' ');
  const marked =
    `<b style='mso-bidi-font-weight:normal'>${first}</b> <i style='mso-bidi-font-style:normal'>${second}</i> ` +
    `<a href="https://example.org/${at}">${third}</a> ${rest.join(' ')}`;
  return `<p class=MsoNormal style='margin-bottom:8.0pt;line-height:107%'><span lang=EN-GB style='font-size:11.0pt;mso-bidi-font-size:12.0pt;mso-ansi-language:EN-GB'>${marked}<o:p></o:p></span></p>`;
}

function listItem(text: string): string {
  return (
    `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>` +
    `<span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span></span><![endif]>` +
    `<span lang=EN-GB>${text}<o:p></o:p></span></p>`
  );
}

function styleSheet(): string {
  const rule = (at: number): string =>
    `p.Style${at}, li.Style${at} {mso-style-name:"Style ${at}"; margin:0cm; mso-pagination:widow-orphan; font-size:11.0pt;}\n`;
  return `<!--\n${Array.from({ length: 200 }, (_unused, at) => rule(at)).join('')}-->`;
}
