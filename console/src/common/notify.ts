import { ElMessage, ElNotification } from 'element-plus'
import { h } from 'vue'
import { ApiError, explain } from './problem'

/** Says that something was done. */
export function done(message: string): void {
  ElMessage({ type: 'success', message, grouping: true })
}

/** Tells why something was not done, with code and request id; stays until closed when it is our own fault. */
export function failed(failure: unknown): void {
  if (failure instanceof ApiError && failure.status === 401) {
    return
  }
  const { message, detail } = explain(failure)
  const own = !(failure instanceof ApiError) || failure.status >= 500
  ElNotification({
    type: own ? 'error' : 'warning',
    title: own ? '操作没有完成' : '请核对',
    duration: own ? 0 : 8000,
    message: h('div', { role: 'alert' }, [h('div', message), h('div', { class: 'tc-trace' }, detail)]),
  })
}

/** Runs an action and tells when it fails; gives whether it was done. */
export async function attempt(action: () => Promise<unknown>, success?: string): Promise<boolean> {
  try {
    await action()
  } catch (failure) {
    failed(failure)
    return false
  }
  if (success) {
    done(success)
  }
  return true
}
