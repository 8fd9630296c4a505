import { crc32, deflateSync } from 'node:zlib';
import { picture, png } from '../pictures.ts';

/** What must be gone from a picture's file, and never stands in what a picture is drawn from. */
export const SECRET = 'GPS-52.5200N-13.4050E';
/** What must stay: a colour profile. */
export const PROFILE = 'colour profile of the house';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

export const XMP = `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description
 photoshop:Credit="Reuters" exif:GPSLatitude="${SECRET}">
 <photoshop:Source>Harbour office</photoshop:Source>
 <dc:creator><rdf:Seq><rdf:li>Ana Ruiz</rdf:li></rdf:Seq></dc:creator>
 <dc:description><rdf:Alt><rdf:li xml:lang="de">Der Kai</rdf:li>
 <rdf:li xml:lang="x-default">The quay &amp; the &#x201c;Maria&#8221;
   at dusk</rdf:li></rdf:Alt></dc:description>
 <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A grey quay</rdf:li></rdf:Alt>
 </Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

/** What the words of `XMP` are. */
export const WORDS = {
  caption: 'The quay & the “Maria” at dusk',
  credit: 'Ana Ruiz / Reuters',
  source: 'Harbour office',
  alt: 'A grey quay',
};

/** Exif data with an orientation, a place and more. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.from(
    '49492a000800000002000f01020016000000260000001201030001000000000000000000 0000'.replace(' ', ''),
    'hex',
  );
  tiff.writeUInt16LE(orientation, 30);
  return Buffer.concat([tiff, latin(`${SECRET}\0`)]);
}

/** IPTC-NAA records as Photoshop keeps them, in UTF-8 or the code page of Windows. */
export function iptc(texts: Readonly<Record<number, string>>, utf8 = true): Buffer {
  const dataset = (record: number, number: number, content: Buffer): Buffer => {
    const head = Buffer.from([0x1c, record, number, 0, 0]);
    head.writeUInt16BE(content.length, 3);
    return Buffer.concat([head, content]);
  };
  const records = Buffer.concat([
    ...(utf8 ? [dataset(1, 90, latin('\x1b%G'))] : []),
    ...Object.entries(texts).map(([number, text]) =>
      dataset(2, Number(number), Buffer.from(text, utf8 ? 'utf8' : 'latin1')),
    ),
  ]);
  const resource = (id: number, content: Buffer): Buffer => {
    const head = Buffer.from('3842494d0000000000000000', 'hex');
    head.writeUInt16BE(id, 4);
    head.writeUInt32BE(content.length, 8);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  return Buffer.concat([resource(0x03ed, latin(SECRET)), resource(0x0404, records)]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** Parts of a JPEG that draw it; the data holds a stuffed byte and a restart. */
export const DRAWN = {
  tables: segment(0xdb, Buffer.alloc(65, 1)),
  frame: segment(0xc0, Buffer.from('0800140 01e01011100'.replace(' ', ''), 'hex')),
  scan: Buffer.concat([segment(0xda, Buffer.from('010100003f00', 'hex')), Buffer.from('12ff0034ffd056ffff00', 'hex')]),
};

/** A JPEG whose file says all that one can say. */
export function talkativeJpeg(orientation = 6): Buffer {
  const jfif = Buffer.concat([
    latin('JFIF\0'),
    Buffer.from('0102000048004801 01'.replace(' ', ''), 'hex'),
    Buffer.from('abc'),
  ]);
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe0, jfif),
    segment(0xe0, latin(`JFXX\0\x10${SECRET}`)),
    segment(0xe1, Buffer.concat([latin('Exif\0\0'), exif(orientation)])),
    segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0`)),
    segment(0xe1, Buffer.concat([latin('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(XMP)])),
    segment(0xe1, latin(`http://ns.adobe.com/xmp/extension/\0${SECRET}`)),
    segment(0xe2, latin(`ICC_PROFILE\0\x01\x01${PROFILE}`)),
    segment(0xe2, latin(`MPF\0${SECRET}`)),
    segment(0xed, Buffer.concat([latin('Photoshop 3.0\0'), iptc({ 120: 'An older caption' })])),
    segment(0xee, latin('Adobe\0d\0\0\0\0\x01')),
    segment(0xfe, latin(SECRET)),
    DRAWN.tables,
    DRAWN.frame,
    DRAWN.scan,
    Buffer.from('ffd9', 'hex'),
    latin(SECRET),
  ]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([latin(type), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

export function talkativePng(packed = false, orientation = 6): Buffer {
  const whole = Buffer.from(png(3, 2));
  const xmp = packed ? deflateSync(Buffer.from(XMP)) : Buffer.from(XMP);
  const head = latin(`XML:com.adobe.xmp\0${packed ? '\x01' : '\0'}\0\0\0`);
  return Buffer.concat([
    whole.subarray(0, 33),
    pngChunk('iCCP', latin(`house\0\0${PROFILE}`)),
    pngChunk('eXIf', exif(orientation)),
    pngChunk('tEXt', latin(`Comment\0${SECRET}`)),
    pngChunk('iTXt', Buffer.concat([head, xmp])),
    pngChunk('tIME', Buffer.alloc(7)),
    pngChunk('caBX', latin(SECRET)),
    whole.subarray(33),
    latin(SECRET),
  ]);
}

export function talkativeGif(): Buffer {
  const whole = Buffer.from(picture('gif'));
  const from = whole.length - 1;
  const blocks = (content: Buffer): Buffer => Buffer.concat([Buffer.from([content.length]), content, Buffer.alloc(1)]);
  const magic = Buffer.from([1, ...Array.from({ length: 256 }, (_unused, at) => 255 - at), 0]);
  return Buffer.concat([
    whole.subarray(0, 19),
    Buffer.concat([Buffer.from('21ff0b', 'hex'), latin('NETSCAPE2.0'), Buffer.from('0301000000', 'hex')]),
    Buffer.concat([Buffer.from('21fe', 'hex'), blocks(latin(SECRET))]),
    Buffer.concat([Buffer.from('21ff0b', 'hex'), latin('XMP DataXMP'), Buffer.from(XMP), magic]),
    whole.subarray(19, from),
    Buffer.from('3b', 'hex'),
    latin(SECRET),
  ]);
}

function riffChunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

export function talkativeWebp(orientation = 6): Buffer {
  const extended = Buffer.alloc(10);
  extended.set([0x2c, 0, 0, 0, 2, 0, 0, 1, 0, 0]);
  const body = Buffer.concat([
    riffChunk('VP8X', extended),
    riffChunk('ICCP', latin(PROFILE)),
    riffChunk('VP8L', Buffer.from('2f0200400000888808', 'hex')),
    riffChunk('EXIF', exif(orientation)),
    riffChunk('XMP ', Buffer.from(XMP)),
    riffChunk('note', latin(SECRET)),
  ]);
  const head = Buffer.alloc(12);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, body, latin(SECRET)]);
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const whole = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + whole.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, whole]);
}

const full = (version: number): Buffer => Buffer.from([version, 0, 0, 0]);
const short = (number: number): Buffer => Buffer.from([number >> 8, number & 0xff]);
const long = (number: number): Buffer => Buffer.from([0, 0, number >> 8, number & 0xff]);

/** An AVIF of which `items` descriptions have `places` each, all of them the whole file. */
export function overlaidAvif(items: number, places: number, bytes: number): Buffer {
  const each = Array.from({ length: items }, (_unused, at) => at + 1);
  const infos = each.map((id) =>
    box('infe', full(2), short(id), short(0), latin('mime'), latin('\0application/rdf+xml\0')),
  );
  const extent = Buffer.alloc(8);
  extent.writeUInt32BE(bytes, 4);
  const located = each.map((id) =>
    Buffer.concat([short(id), short(0), short(0), short(places), ...Array.from({ length: places }, () => extent)]),
  );
  const meta = box(
    'meta',
    full(0),
    box('iinf', full(0), short(items), ...infos),
    box('iloc', full(1), Buffer.from([0x44, 0]), short(items), ...located),
  );
  const head = Buffer.concat([box('ftyp', latin('avif\0\0\0\0mif1avif')), meta]);
  return Buffer.concat([head, box('mdat', Buffer.alloc(bytes - head.length - 8, 1))]);
}

/** A PNG with so many packed descriptions, each of so many bytes once it is unpacked. */
export function bombedPng(descriptions: number, bytes: number): Buffer {
  const whole = talkativePng();
  const packed = deflateSync(Buffer.alloc(bytes, 32));
  const bomb = pngChunk('iTXt', Buffer.concat([latin('XML:com.adobe.xmp\0\x01\0\0\0'), packed]));
  const end = whole.lastIndexOf('IEND') - 4;
  return Buffer.concat([
    whole.subarray(0, end),
    ...Array.from({ length: descriptions }, () => bomb),
    whole.subarray(end),
  ]);
}

/** Items lie in the file, or (`inside`) in the box that speaks of them. */
export function talkativeAvif(inside = false): Buffer {
  const coded = latin('coded picture');
  const exifItem = Buffer.concat([long(0), exif(6)]);
  const xmp = Buffer.from(XMP);
  const item = (id: number, type: string, more: string): Buffer =>
    box('infe', full(2), short(id), short(0), latin(type), latin(`\0${more}`));
  const infos = box(
    'iinf',
    full(0),
    short(3),
    item(1, 'av01', ''),
    item(2, 'Exif', ''),
    item(3, 'mime', 'application/rdf+xml\0'),
  );
  const size = box('iprp', box('ipco', box('ispe', full(0), long(3), long(2))));
  const place = (id: number, method: number, from: number, length: number): Buffer =>
    Buffer.concat([short(id), short(method), short(0), short(1), long(from), long(length)]);
  const data = Buffer.concat([coded, exifItem, xmp]);
  const build = (start: number): Buffer => {
    const at = (from: number): number => (inside ? 0 : start) + from;
    const locations = box(
      'iloc',
      full(1),
      Buffer.from([0x44, 0]),
      short(3),
      place(1, inside ? 1 : 0, at(0), coded.length),
      place(2, inside ? 1 : 0, at(coded.length), exifItem.length),
      place(3, inside ? 1 : 0, at(coded.length + exifItem.length), xmp.length),
    );
    return Buffer.concat([
      box('ftyp', latin('avif\0\0\0\0mif1avif')),
      box('uuid', Buffer.alloc(16, 7), latin(SECRET)),
      box('meta', full(0), infos, locations, size, ...(inside ? [box('idat', data)] : [])),
      ...(inside ? [] : [box('mdat', data)]),
    ]);
  };
  return build(build(0).length - data.length);
}
