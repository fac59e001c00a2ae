/**
 * Amounts as people read them. Amounts are whole fen everywhere in the console; only these functions know units.
 * No floating point: an amount of the books may be larger than a double can hold to the fen.
 */
export type MoneyUnit = '元' | '万元'

const FEN_PER: Record<MoneyUnit, bigint> = { 元: 100n, 万元: 1_000_000n }

/** `1234567` fen as `12,345.67` (元) or `1.23` (万元, two decimals, half up). Nothing at all for a missing amount. */
export function printMoney(fen: number | null | undefined, unit: MoneyUnit = '元'): string {
  if (fen === null || fen === undefined) {
    return ''
  }
  const cents = toCents(BigInt(fen), FEN_PER[unit] / 100n)
  const negative = cents < 0n
  const size = negative ? -cents : cents
  const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const decimals = (size % 100n).toString().padStart(2, '0')
  return `${negative ? '-' : ''}${whole}.${decimals}`
}

function toCents(fen: bigint, perCent: bigint): bigint {
  const negative = fen < 0n
  const size = negative ? -fen : fen
  const rounded = (size + perCent / 2n) / perCent
  return negative ? -rounded : rounded
}

/** What somebody typed, in fen; undefined when it is not an amount or has more decimals than the unit can hold. */
export function parseMoney(text: string, unit: MoneyUnit = '元'): number | undefined {
  const plain = text.replace(/[,，\s]/g, '').replace(/^[－−]/, '-').replace(/[０-９．]/g, halfWidth)
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(plain)
  if (!match) {
    return undefined
  }
  const places = unit === '元' ? 2 : 6
  const decimals = (match[3] ?? '').replace(/0+$/, '')
  if (decimals.length > places) {
    return undefined
  }
  const fen = BigInt(match[2]! + decimals.padEnd(places, '0'))
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) {
    return undefined
  }
  return Number(match[1] === '-' ? -fen : fen) + 0
}

function halfWidth(digit: string): string {
  return digit === '．' ? '.' : String.fromCharCode(digit.charCodeAt(0) - 0xfee0)
}

/** A rate in per cent without trailing zeros, `5%`, `3.3333%`. */
export function printRate(rate: number): string {
  return `${Number((rate * 100).toFixed(4))}%`
}

/** A share in per cent with two decimals, `85.70%`; `—` when there is nothing to share. */
export function printShare(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(2)}%`
}
