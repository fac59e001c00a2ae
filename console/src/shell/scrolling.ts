/**
 * Tables that are wider than the page are scrolled by the keyboard too: what scrolls, and holds nothing that takes the
 * focus, takes it itself.
 */
export function letTablesScrollByKeyboard(): void {
  let waiting = false
  const observer = new MutationObserver(() => {
    if (!waiting) {
      waiting = true
      setTimeout(() => {
        waiting = false
        document.querySelectorAll<HTMLElement>('.el-table__body-wrapper .el-scrollbar__wrap').forEach(mark)
      }, 200)
    }
  })
  observer.observe(document.body, { childList: true, subtree: true })
}

function mark(region: HTMLElement): void {
  const scrolls = region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight
  const wanted = scrolls && !region.querySelector('a[href], button:not([disabled]), input:not([disabled])')
  if (wanted) {
    region.tabIndex = 0
  } else {
    region.removeAttribute('tabindex')
  }
}
