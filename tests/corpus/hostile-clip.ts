/** What each hostile clipping tries to run: it would be counted in the page, or be asked of the host. */
const RUN = 'window.__ran=(window.__ran||0)+1';
const ASK = '/hostile-request';

const ATTACKS: readonly ((junk: string) => string)[] = [
  () => `<script>${RUN}</script>`,
  () => `<img src=x onerror="${RUN}">`,
  () => `<img src="${ASK}.png" srcset="${ASK}-2.png 2x" onload="${RUN}">`,
  () => `<svg onload="${RUN}"><script>${RUN}</script><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  () => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  () => `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  () => `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  () => `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
  () => `<template><img src=x onerror="${RUN}"></template><template><script>${RUN}</script>`,
  () => `<iframe srcdoc="<script>parent.${RUN}</script>" src="javascript:${RUN}"></iframe>`,
  () =>
    `<object data="${ASK}"></object><embed src="${ASK}"><video src="${ASK}" autoplay poster="${ASK}"></video><audio src="${ASK}">`,
  () => `<a href="javascript:${RUN}">a</a><a href="  JaVaScRiPt&colon;${RUN}">b</a><a href="java\tscript:${RUN}">c</a>`,
  () =>
    `<a href="data:text/html,<script>${RUN}</script>">a</a><a href="vbscript:${RUN}">b</a><a href="\\\\host\\share">c</a>`,
  () =>
    `<link rel=stylesheet href="${ASK}.css"><link rel=import href="${ASK}"><style>@import "${ASK}.css";p{background:url(${ASK})}</style>`,
  () => `<meta http-equiv=refresh content="0;url=${ASK}"><base href="https://example.invalid/">`,
  () => `<p style="background:url(${ASK});behavior:url(x);width:expression(${RUN})" onclick="${RUN}">styled</p>`,
  () =>
    `<!--[if gte mso 9]><xml><script>${RUN}</script></xml><![endif]--><![if !vml]><img src="file:///etc/passwd"><![endif]>`,
  () => `<p id=body name=getElementById><form name=document><input name=cookie></form><img name=createElement>`,
  () => `<div contenteditable=false autofocus onfocus="${RUN}" tabindex=1 draggable=true>held</div>`,
  () => `<details open ontoggle="${RUN}"><summary>s</summary>d</details><marquee onstart="${RUN}">m</marquee>`,
  (junk) => `<p title="${junk.repeat(400)}">long attribute</p>`,
  (junk) => `<${junk.replaceAll(/\W/gu, '') || 'x'}-y onerror=1><p>own element</p>`,
  () => '<table>'.repeat(1_000) + '<tr><td>deep' + '</table>'.repeat(500),
  () => '<div><b><i><ul><li><blockquote>'.repeat(200) + 'deep',
  () => '<li><td><tr></p></div></table></blockquote></h1>loose<h1><h2><h3>',
  () => '<p>\u0000\u0001\ufffe\ud800 \udfff \u202e\u2066 backwards \u2028\u2029</p>',
  () => '{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}{\\pict\\pngblip 89504e47}{\\*\\generator x;}}',
  () => `<ul>${'<li style="mso-list:l0 level9 lfo1">'.repeat(60)}<p style='mso-list:l9999999 level0 lfo1'>odd`,
  () =>
    `<a href="#_ftn1">[1]</a><div style="mso-element:footnote" id=ftn1><a href="#_ftnref1">[1]</a><script>${RUN}</script></div>`,
  () => `<td colspan=999999999 rowspan=-1>x<table><tr><td colspan=1e9 rowspan=65535>y<td>z</table>`,
  () => `<img src="data:image/svg+xml,<svg onload='${RUN}'/>"><img src="data:image/png;base64,!!!not base64!!!">`,
  () => `<img src="data:text/html;base64,${Buffer.from(`<script>${RUN}</script>`).toString('base64')}">`,
  () =>
    `<span data-pm-slice='0 0 ["figure",{"media":"x"}]'>own?</span><p data-kind="heading" data-box="<img onerror=${RUN}>">x`,
  () =>
    `<textarea><img src=x onerror=${RUN}></textarea><xmp><script>${RUN}</script></xmp><plaintext><img src=x onerror=${RUN}>`,
  () => `<portal src="${ASK}"></portal><frameset><frame src="${ASK}"></frameset><applet code="${ASK}">`,
  () =>
    [
      'blob:http://127.0.0.1/x',
      ' \t\njava&#x0A;script:',
      '&#1;javascript:',
      '&Tab;vbscript&colon;',
      'data:,x',
      '//x.invalid',
      'view-source:x:',
    ]
      .map((address) => `<a href="${address}${RUN}" ping="${ASK}" target=_top>way</a>`)
      .join(' '),
  () =>
    `<picture><source srcset="${ASK}.avif 1x, ${ASK}-2.avif 2x"><img srcset="javascript:${RUN} 1x" sizes=100vw lowsrc=${ASK} dynsrc=${ASK} longdesc=${ASK}></picture>`,
  () =>
    `<link rel=preload as=image href=${ASK} imagesrcset="${ASK} 1x"><link rel=prefetch href=${ASK}><link rel=dns-prefetch href=//x.invalid><link rel=modulepreload href=${ASK}.js>`,
  () =>
    `<style>@font-face{font-family:x;src:url(${ASK})}p::before{content:url("${ASK}")}</style><table background=${ASK}><tr><td background=${ASK} style="list-style:url(${ASK});cursor:image-set('${ASK}' 1x)">cell`,
  () =>
    `<form action=${ASK} method=post><input type=image src=${ASK} formaction="javascript:${RUN}"><button formaction=${ASK}>send</button><isindex></form>`,
  () =>
    `<svg xmlns="http://www.w3.org/2000/svg"><use href="data:image/svg+xml,<svg id=x onload='${RUN}'/>#x"/><image href="${ASK}"/><foreignObject><iframe src=${ASK}></iframe></foreignObject><animate attributeName=href values="javascript:${RUN}"/><set attributeName=onmouseover to="${RUN}"/><![CDATA[<script>${RUN}</script>]]></svg>`,
  () =>
    `<math href="javascript:${RUN}"><maction actiontype="statusline#http://x" xlink:href="javascript:${RUN}">m</maction><annotation-xml encoding="text/html"><img src=x onerror=${RUN}></annotation-xml></math>`,
  () =>
    `<div><template shadowrootmode=open><slot></slot><script>${RUN}</script><img src=${ASK} onerror=${RUN}></template>light</div><x-y is=z-w onclick=${RUN}>own</x-y>`,
  () =>
    `<?xml version="1.0"?><?xml-stylesheet href="${ASK}"?><!DOCTYPE x [<!ENTITY a "${'&b;'.repeat(50)}"><!ENTITY b SYSTEM "file:///etc/passwd">]><p>&a; &b; &#0; &#x110000; &#xD800; &nope;</p>`,
  () => '<div>'.repeat(10_000) + 'ten thousand deep',
  () => `${'<span style="font-weight:bold">'.repeat(10_000)}ten thousand spans`,
  () => `<ol>${'<li><ol>'.repeat(10_000)}ten thousand lists`,
  () => `<table>${`<tr>${'<td colspan=1000000000 rowspan=1000000000>x'.repeat(5)}`.repeat(3)}</table>`,
  () => '<p <a <b "<i \'<table <tr <td <ul <li <blockquote <h1 <figure <img src=x',
  () => `<p>\u202e\u2067\u061c\u200f\ufeff\u00ad${'\u0300'.repeat(500)}\ud83d</p><p>\udc00\0\0<b>\ufffd</b>\u2029`,
  () =>
    `<img src="data:image/png;base64,${'A'.repeat(5_000)}"><img src="blob:null/x"><img src="stet:x"><img src="file://x/y">`,
  () =>
    `<figure class=gallery data-gallery="__proto__"><figure><img src=${ASK} alt="${RUN}"></figure></figure><aside class="fact-box" data-box=constructor>box</aside>`,
  () => `<select><option>a<script>${RUN}</script></select><keygen autofocus onfocus=${RUN}><isindex action=${ASK}>`,
];

const OWN_CLIPS: readonly string[] = [
  '{"stet":1,"nodes":[{"type":"textBlock","attrs":{"kind":"__proto__"},"content":[{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":"javascript:1"}}]}]}]}',
  '{"stet":1,"nodes":[{"type":"figure","attrs":{"media":"../../etc/passwd"}},{"type":"table","content":[{"type":"text","text":"x"}]}]}',
  '{"stet":1,"isPhrase":true,"nodes":[{"type":"script"},null,7,{"type":"embed","attrs":{"url":"javascript:1","title":{}}}],"cards":[null,{"id":1}]}',
  '[[[[[[',
  '{"stet":1,"nodes":[{"type":"figure","attrs":{"gallery":{"a":1},"width":1e308,"height":-1,"focalX":"NaN","decorative":"yes","alt":["x"]}},{"type":"relatedCard","attrs":{"related":"__proto__"}}],"cards":[{"id":"__proto__","target":"javascript:1","headline":"<img onerror=1>"}]}',
  `{"stet":1,"nodes":[${'{"type":"table","content":['.repeat(500)}${']}'.repeat(500)}]}`,
  `{"stet":1,"nodes":[{"type":"textBlock","attrs":{"box":"${'b'.repeat(10_000)}","language":"<x>"},"content":[{"type":"text","text":"\\u0000\\ud800 x"}]}]}`,
  '{"stet":1,"nodes":[{"type":"textBlock","attrs":{"indent":1e99,"list":{},"level":"2"},"content":[{"type":"text","text":""}]}]}',
];

export interface HostileClip {
  readonly html: string;
  readonly text: string;
  readonly own: string;
}

/** One hostile clipping, the same for the same seed: some attacks together, cut and glued where it hurts. */
export function hostileClip(seed: number): HostileClip {
  let state = (seed * 2_654_435_761) % 4_294_967_296;
  const next = (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const junk = Array.from({ length: 12 }, () => String.fromCharCode(33 + next(94))).join('');
  let html = '';
  for (let part = 0; part <= next(4); part += 1) {
    const attack = (ATTACKS[next(ATTACKS.length)] ?? String)(junk);
    const cut = next(5) === 0 ? attack.slice(0, next(attack.length)) : attack;
    const glue = ['', '<p>', 'text ', '<b>', '</', '<!--', '&lt;', '"', "'", '<ul><li>'][next(10)] ?? '';
    html += next(6) === 0 ? `${glue}${cut.toUpperCase()}` : `${glue}${cut}`;
  }
  return {
    html: next(20) === 0 ? '' : html,
    text: next(3) === 0 ? html.slice(0, 300) : '',
    own: next(10) === 0 ? (OWN_CLIPS[next(OWN_CLIPS.length)] ?? '') : '',
  };
}
