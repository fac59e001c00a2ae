import type { components } from '../../common/schema'

type Schemas = components['schemas']

export type Publication = Schemas['DisclosurePublicationRow']
export type Detail = Schemas['DisclosureLibraryDetail']
export type Upload = Schemas['DisclosureUploadRow']
export type Taken = Schemas['DisclosureUploadTaken']
export type Counts = Schemas['DisclosureDocumentSummaryCounts']
export type DocumentView = Schemas['DisclosureDocumentView']
export type Table = Schemas['DisclosureTableView']
export type Cell = Schemas['DisclosureTableViewCellView']
export type Finding = Schemas['DisclosureFindingView']
export type Sentence = Schemas['DisclosureSentenceView']
export type Listing = Schemas['DisclosureListingView']

/** Size of a file for people. */
export function printSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** A number as the platform gives it, with separators of thousands; nothing for nothing. */
export function printNumber(value: number | null | undefined, decimals?: number): string {
  return value === null || value === undefined
    ? ''
    : value.toLocaleString('zh-CN', { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 6 })
}
