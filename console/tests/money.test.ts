import { describe, expect, it } from 'vitest'
import { parseMoney, printMoney, printShare } from '@/common/money'

describe('printMoney', () => {
  it('prints yuan with thousands and two decimals', () => {
    expect(printMoney(123456789)).toBe('1,234,567.89')
    expect(printMoney(5)).toBe('0.05')
    expect(printMoney(0)).toBe('0.00')
    expect(printMoney(-100_000)).toBe('-1,000.00')
  })

  it('rounds ten thousand yuan half up, away from zero', () => {
    expect(printMoney(1_234_500, '万元')).toBe('1.23')
    expect(printMoney(1_235_000, '万元')).toBe('1.24')
    expect(printMoney(-1_235_000, '万元')).toBe('-1.24')
  })

  it('never prints a negative zero', () => {
    expect(printMoney(-1, '万元')).toBe('0.00')
  })

  it('prints nothing for nothing', () => {
    expect(printMoney(undefined)).toBe('')
    expect(printMoney(null)).toBe('')
  })

  it('keeps every fen of large amounts', () => {
    expect(printMoney(Number.MAX_SAFE_INTEGER)).toBe('90,071,992,547,409.91')
  })
})

describe('parseMoney', () => {
  it('takes what people type', () => {
    expect(parseMoney('1,234.5')).toBe(123450)
    expect(parseMoney(' １２．３０ ')).toBe(1230)
    expect(parseMoney('－3.20')).toBe(-320)
    expect(parseMoney('0.05', '万元')).toBe(50_000)
    expect(parseMoney('1.234567', '万元')).toBe(1_234_567)
  })

  it('refuses what is no amount or too fine', () => {
    for (const text of ['', 'abc', '1.234', '1.2.3', '--1', '1e5', '99999999999999999']) {
      expect(parseMoney(text), text).toBeUndefined()
    }
  })

  it('reads back what it prints', () => {
    for (const fen of [0, 1, -1, 99, 100, 123456, -98765432100]) {
      expect(parseMoney(printMoney(fen))).toBe(fen)
    }
  })
})

describe('printShare', () => {
  it('says nothing of nothing', () => {
    expect(printShare(1, 0)).toBe('—')
    expect(printShare(6, 7)).toBe('85.71%')
  })
})
