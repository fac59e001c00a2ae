/**
 * Gives the widgets of Element Plus what they lack for the keyboard and for screen readers. Tables that are wider than the
 * page are scrolled by the keyboard too: what scrolls, and holds nothing that takes the focus, takes it itself. The
 * number of rows of a page has a name.
 */
export function mendWidgets(): void {
  let waiting = false
  const observer = new MutationObserver(() => {
    if (!waiting) {
      waiting = true
      setTimeout(() => {
        waiting = false
        document.querySelectorAll<HTMLElement>('.el-table__body-wrapper .el-scrollbar__wrap').forEach(mark)
        document.querySelectorAll('.el-pagination__sizes input:not([aria-label])').forEach((input) => input.setAttribute('aria-label', '每页行数'))
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
