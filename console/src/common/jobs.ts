import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { ApiError } from './problem'

/** A job as the platform tells it. */
export interface Job {
  id: number
  kind: string
  title: string
  state: string
  done: number
  total: number
  message?: string
  result?: Record<string, unknown>
  createdAt?: string
  finishedAt?: string
}

const ENDED = ['完成', '已完成', '失败', '已取消', '取消', 'done', 'failed', 'cancelled', 'DONE', 'FAILED', 'CANCELLED', 'SUCCEEDED', 'succeeded']

/** Whether a job will not change any more. */
export function ended(job: Job): boolean {
  return ENDED.includes(job.state)
}

/** Follows a job until it has ended: quickly at first, then every two seconds. */
export function useJob(id: Ref<number | undefined>) {
  const job = shallowRef<Job>()
  const failure = ref<unknown>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = 400

  async function look(wanted: number): Promise<void> {
    try {
      const response = await fetch(`/api/jobs/${wanted}`)
      if (!response.ok) {
        throw new ApiError(response.status, await response.json().catch(() => undefined))
      }
      if (id.value !== wanted) {
        return
      }
      job.value = (await response.json()) as Job
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
