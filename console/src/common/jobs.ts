import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { api, got } from './api'
import { ApiError } from './problem'
import type { components } from './schema'

/** A piece of long work as the platform tells it. */
export type Job = components['schemas']['Job']

const STATES: Record<string, string> = { queued: '排队中', running: '运行中', done: '已完成', failed: '失败', cancelled: '已取消' }

/** The state of a job in Chinese. */
export function jobState(job: Job): string {
  return job.cancelRequested && !ended(job) ? '正在取消' : (STATES[job.state] ?? job.state)
}

/** Whether a job will not change any more. */
export function ended(job: Job): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'
}

/** How far a job is, in per cent. */
export function share(job: Job): number {
  return job.total > 0 ? Math.min(100, Math.floor((job.done / job.total) * 100)) : 0
}

/** Follows a job until it has ended: quickly at first, then every two seconds. */
export function useJob(id: Ref<number | undefined>) {
  const job = shallowRef<Job>()
  const failure = ref<unknown>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = 400

  async function look(wanted: number): Promise<void> {
    try {
      const now = await got(api.GET('/api/jobs/{id}', { params: { path: { id: wanted } } }))
      if (id.value !== wanted) {
        return
      }
      job.value = now
      failure.value = undefined
      if (ended(job.value)) {
        return
      }
    } catch (reason) {
      failure.value = reason
      if (reason instanceof ApiError && reason.status !== 0 && reason.status < 500) {
        return
      }
    }
    wait = Math.min(wait * 1.5, 2000)
    timer = setTimeout(() => void look(wanted), wait)
  }

  watch(
    id,
    (wanted) => {
      clearTimeout(timer)
      job.value = undefined
      wait = 400
      if (wanted !== undefined) {
        void look(wanted)
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  return { job, failure }
}
