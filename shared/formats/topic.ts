const TOPIC = /^(?:medtop:|http:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/)(\d{8})$/u;

/** The address of an IPTC Media Topic given as `medtop:20000344`; null for anything else. */
export function topicUri(topic: string): string | null {
  const code = TOPIC.exec(topic.trim())?.[1];
  return code === undefined ? null : `http://cv.iptc.org/newscodes/mediatopic/${code}`;
}
