const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** `2026-11-22 09:30` in Chinese time; nothing for nothing. */
export function printTime(iso: string | null | undefined): string {
  return iso ? TIME.format(new Date(iso)) : ''
}

/** `2026-11-22` in Chinese time. */
export function printDay(moment: Date): string {
  return DAY.format(moment)
}

/** Whole days from one day to another, both `2026-11-22`; negative when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** A due day as words and urgency: `逾期 3 天`, `今天到期`, `还有 5 天`. */
export function dueIn(due: string | null | undefined, today: string): { text: string; tone: 'danger' | 'warning' | 'info' } {
  if (!due) {
    return { text: '不限期', tone: 'info' }
  }
  const days = daysBetween(today, due)
  if (days < 0) {
    return { text: `逾期 ${-days} 天`, tone: 'danger' }
  }
  if (days === 0) {
    return { text: '今天到期', tone: 'danger' }
  }
  return { text: `还有 ${days} 天`, tone: days <= 5 ? 'warning' : 'info' }
}
