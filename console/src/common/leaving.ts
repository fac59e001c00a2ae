import { ElMessageBox } from 'element-plus'
import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { useTabs } from './tabs'

/** Asks before a page with unsaved changes is closed; its tab shows a dot. Tabs keep state, so switching needs no question. */
export function useUnsaved(unsaved: Ref<boolean>): void {
  const tabs = useTabs()
  const key = tabs.active

  function warn(event: BeforeUnloadEvent): void {
    if (unsaved.value) {
      event.preventDefault()
    }
  }

  const forget = tabs.guard(key, () => unsaved.value)
  onMounted(() => window.addEventListener('beforeunload', warn))
  onBeforeUnmount(() => {
    forget()
    window.removeEventListener('beforeunload', warn)
  })
}

/** Asks whether unsaved changes may be lost. */
export async function mayLose(): Promise<boolean> {
  try {
    await ElMessageBox.confirm('本页有未保存的修改，关闭后将丢失。', '尚未保存', {
      confirmButtonText: '放弃修改',
      cancelButtonText: '继续编辑',
      type: 'warning',
    })
    return true
  } catch {
    return false
  }
}
