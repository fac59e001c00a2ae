import type { components } from '../../common/schema'

type Schemas = components['schemas']

/** A document in the list. */
export type Item = Schemas['AccountsDocumentListsDocumentItem']
/** A document's head with its versions and what can be done. */
export type Head = Schemas['AccountsDocumentDocumentHead']
/** A table as published. */
export type Table = Schemas['AccountsContentViewDocumentTable']
/** A cell of it. */
export type Cell = Schemas['AccountsContentViewDocumentCell']
/** A figure that can have a reason. */
export type Reason = Schemas['AccountsReasonRuleDocumentReason']
/** A cell or sentence that a check is about. */
export type Point = Schemas['AccountsDocumentCheckCheckPoint']
/** What is behind a figure. */
export type Source = Schemas['AccountsFigureSource']
/** Something that somebody wrote. */
export type Word = Schemas['AccountsWordsDocumentWord']

/** Which figure is looked at: a cell of a table, or a figure of a sentence. */
export type Target = { topic: string; side?: string; row: string; column: string } | { key: string }

/** States of documents as tones of their tag. */
export const TONES = { 草稿: 'info', 已提交审核: 'primary', 已批复: 'warning', 已公开: 'success' } as const

/** The name of a cell for the element that shows it. */
export function cellId(topic: string, side: string | undefined, row: string, column: string): string {
  return `cell:${topic}|${side ?? ''}|${row}|${column}`
}
