/** The body of every refusal of the platform. */
export interface Problem {
  code: string
  message: string
  field?: string
  value?: string
  expected?: string
  traceId?: string
}

/** What is told when no answer came at all. */
export const NETWORK: Problem = { code: 'E-NET-000', message: '无法连接服务器，请检查网络后重试；尚未保存的内容仍在页面上' }

const WITHOUT_BODY: Record<number, string> = {
  401: '登录已过期，请重新登录',
  403: '您没有这项操作的权限；如确需办理，请联系安全管理员授权',
  404: '没有找到请求的内容',
  413: '文件超过允许的大小，请压缩或拆分后再上传',
  429: '操作过于频繁，请稍候再试',
  502: '服务器正在启动或维护，请稍候再试',
  503: '服务器正在启动或维护，请稍候再试',
  504: '服务器没有及时答复，请稍候再试',
}

/** A call that the platform refused, or that did not reach it (status 0). */
export class ApiError extends Error {
  readonly code: string
  readonly field?: string
  readonly expected?: string
  readonly traceId?: string

  constructor(
    readonly status: number,
    problem?: Problem,
    traceId?: string,
  ) {
    super(problem?.message ?? WITHOUT_BODY[status] ?? '操作没有完成，请稍候再试')
    this.code = problem?.code ?? `E-HTTP-${status}`
    this.field = problem?.field
    this.expected = problem?.expected
    this.traceId = problem?.traceId ?? traceId
  }

  /** Somebody else changed the same thing meanwhile. */
  get changedMeanwhile(): boolean {
    return this.code === 'E-PLT-409'
  }
}

/** What to tell a person about any failure: a sentence, and below it code and trace id. */
export function explain(failure: unknown): { message: string; detail: string } {
  if (failure instanceof ApiError) {
    const trace = failure.traceId ? `，请求编号 ${failure.traceId}` : ''
    return { message: failure.message, detail: `错误代码 ${failure.code}${trace}` }
  }
  return { message: '页面出现意外错误，请刷新后重试', detail: failure instanceof Error ? failure.message : '' }
}
