/** Delivery days for all orders. Relative ones are saved as words, so that they also fit the next file, from its own day. */
export const deliveryDays = ['tomorrow', 'today', 'dayAfter', 'date'] as const;
export type DeliveryDay = (typeof deliveryDays)[number];

export function isDeliveryDay(text: string): text is DeliveryDay {
  return deliveryDays.some((day) => day === text);
}

/** The day (a word, or `25.11.2026`) and the time as one text; null while either is incomplete. With a blank time the profile's applies. */
export function deliveryDateText(day: string, time: string): string | null {
  const given = time.trim();
  const hours = /^(\d{1,2})(?::?([0-5]\d))?$/.exec(given);
  if (day.trim() === '' || (given !== '' && (hours === null || Number(hours[1]) > 23))) return null;
  return hours === null ? day.trim() : `${day.trim()} ${hours[1]?.padStart(2, '0')}:${hours[2] ?? '00'}`;
}
