/** The first characters, in pinyin order, of every letter that a syllable can begin with. */
const FIRST = '吖八嚓哒妸发旮哈丌咔垃妈拏噢妑七呥扨他屲夕丫帀'
const LETTER = 'abcdefghjklmnopqrstwxyz'
const order = new Intl.Collator('zh-CN-u-co-pinyin')

/** Initials of the pinyin: `医疗保障` gives `ylbz`. Letters and digits stay, other signs fall away. */
export function initials(text: string): string {
  return [...text].map(initial).join('')
}

function initial(sign: string): string {
  if (/[a-z0-9]/i.test(sign)) {
    return sign.toLowerCase()
  }
  if (!/\p{Script=Han}/u.test(sign)) {
    return ''
  }
  let found = ''
  for (let i = 0; i < FIRST.length && order.compare(sign, FIRST[i]!) >= 0; i++) {
    found = LETTER[i]!
  }
  return found
}

/** Whether an entry of a pick list answers to what was typed: part of code or name, or initials of the name. */
export function answersTo(typed: string, code: string, name: string): boolean {
  const wanted = typed.trim().toLowerCase()
  return (
    wanted === '' ||
    code.toLowerCase().includes(wanted) ||
    name.toLowerCase().includes(wanted) ||
    (/^[a-z0-9]+$/.test(wanted) && initials(name).includes(wanted))
  )
}
