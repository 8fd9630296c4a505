/** A stored time as a date-and-time input wants it, in the time zone of this computer; empty for what is no time. */
export function localInput(iso: string): string {
  const time = new Date(iso.length === 10 ? `${iso}T00:00` : iso);
  if (iso === '' || Number.isNaN(time.getTime())) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** What such an input holds, as ISO 8601 in UTC; empty while it is empty or not whole. */
export function momentFrom(typed: string): string {
  const time = new Date(typed);
  return !/^\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(typed) || Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
