import type { Finding } from './types'

/** What findings say of a cell, row, figure or line. */
export interface Mark {
  tone: 'fail' | 'part' | 'warn'
  numbers: number[]
  says: string
}

/** The marks of a document by anchor: red where an error most likely is, lighter where it only takes part. */
export function marksOf(findings: Finding[]): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const finding of findings) {
    for (const cell of finding.cells) {
      if (!cell.anchor) {
        continue
      }
      const tone = finding.outcome === 'FAIL' ? (cell.suspect || finding.cells.length === 1 ? 'fail' : 'part') : 'warn'
      const said = `${finding.outcomeName} ${finding.number}：${finding.message}`
      const known = marks.get(cell.anchor)
      if (!known) {
        marks.set(cell.anchor, { tone, numbers: [finding.number], says: said })
      } else if (!known.numbers.includes(finding.number)) {
        known.numbers.push(finding.number)
        known.says += `\n${said}`
        known.tone = rank(tone) < rank(known.tone) ? tone : known.tone
      }
    }
  }
  return marks
}

function rank(tone: Mark['tone']): number {
  return tone === 'fail' ? 0 : tone === 'part' ? 1 : 2
}

/** Where an anchor is shown. */
export function placeOf(anchor: string): { part: 'table' | 'listing' | 'sentence'; index: number } {
  const number = Number(/\d+/.exec(anchor)?.[0] ?? 1) - 1
  return { part: anchor.startsWith('t') ? 'table' : anchor.startsWith('s') ? 'listing' : 'sentence', index: number }
}
