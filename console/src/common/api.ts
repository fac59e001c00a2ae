import createClient, { type Middleware } from 'openapi-fetch'
import { ApiError, NETWORK, type Problem } from './problem'
import type { paths } from './schema'

/** Listens to answers that concern the whole console: signed out, no network. */
export interface ApiEvents {
  signedOut(): void
}

let events: ApiEvents | undefined

/** The shell tells what to do when the session has ended. */
export function listenToApi(listener: ApiEvents): void {
  events = listener
}

function csrfToken(): string {
  const match = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)
  return match ? decodeURIComponent(match[1]!) : ''
}

async function refuse(response: Response, url: string): Promise<never> {
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  if (response.status === 401 && !url.includes('/api/session')) {
    events?.signedOut()
  }
  throw new ApiError(response.status, problem, response.headers.get('X-Trace-Id') ?? undefined)
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure
    }
    throw new ApiError(0, NETWORK)
  }
}

const middleware: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') {
      request.headers.set('X-XSRF-TOKEN', csrfToken())
    }
    request.headers.set('X-Requested-With', 'XMLHttpRequest')
    return request
  },
  async onResponse({ request, response }) {
    return response.ok ? response : refuse(response, request.url)
  },
}

/**
 * Typed calls of the platform: `const page = await got(api.GET('/api/accounts/projects', { params: { query } }))`.
 * A refusal is thrown as {@link ApiError}.
 */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send })
api.use(middleware)

/** The body of an answer. Calls throw when they are refused, so it is there; empty answers give undefined. */
export async function got<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}

function request(path: string, init: RequestInit): Request {
  const headers = new Headers(init.headers)
  headers.set('X-Requested-With', 'XMLHttpRequest')
  if (init.method !== 'GET') {
    headers.set('X-XSRF-TOKEN', csrfToken())
  }
  return new Request(path, { ...init, headers })
}

/** Sends a form with files. */
export async function upload<T>(path: string, form: FormData, method: 'POST' | 'PUT' = 'POST'): Promise<T> {
  const response = await send(request(path, { method, body: form }))
  if (!response.ok) {
    await refuse(response, path)
  }
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** Filters as a query string; empty ones are left out, lists are repeated. */
export function queryString(filters: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') {
        query.append(name, String(one))
      }
    }
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** Saves a file that the platform makes, under the name the platform gives it; with a body it is posted. */
export async function download(path: string, filters: Record<string, unknown> = {}, body?: object): Promise<void> {
  const url = path + queryString(filters)
  const init = body ? { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : { method: 'GET' }
  const response = await send(request(url, init))
  if (!response.ok) {
    await refuse(response, path)
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName(response.headers.get('Content-Disposition')) ?? path.split('/').pop() ?? 'download'
  link.click()
  URL.revokeObjectURL(link.href)
}

/** The name in a Content-Disposition header, the UTF-8 one first. */
export function fileName(header: string | null): string | undefined {
  const utf8 = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')
  if (utf8) {
    return decodeURIComponent(utf8[1]!)
  }
  return /filename="?([^";]+)"?/i.exec(header ?? '')?.[1]
}
