import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { fileName, queryString } from '@/common/api'
import { dueIn } from '@/common/dates'
import { answersTo, initials } from '@/common/pinyin'
import { ApiError, explain } from '@/common/problem'
import { may, useSession, type Session } from '@/common/session'
import { useTabs } from '@/common/tabs'
import { shortUnit, unitTree } from '@/common/units'
import { searchTopics, topicOf } from '@/duties/help/topics'
import { frequent } from '@/shell/frequent'
import { safeNext, visibleMenus } from '@/shell/guards'

beforeEach(() => setActivePinia(createPinia()))

const session: Session = {
  signedIn: true,
  user: { id: 1, userName: 'a', displayName: '甲', unitId: 1, unitName: '样例单位', allUnits: false, roles: [] },
  rights: ['x.read'],
  mustChangePassword: false,
  needsSecondFactorSetup: false,
  region: '样例市',
  demo: false,
  needsFirstSetup: false,
  idleMinutes: 15,
}

describe('names of units', () => {
  it('leave out the region that all have in common', () => {
    expect(shortUnit('样例市医疗保障局')).toBe('样例市医疗保障局')
    useSession().accept(session)
    expect(shortUnit('样例市医疗保障局')).toBe('医疗保障局')
    expect(shortUnit('样例县医疗保障局')).toBe('样例县医疗保障局')
    expect(shortUnit('样例市局')).toBe('样例市局')
  })
})

describe('rights', () => {
  it('hides what is not granted', () => {
    expect(may('x.read')).toBe(false)
    useSession().accept(session)
    expect(may('x.read')).toBe(true)
    expect(may('x.write')).toBe(false)
    expect(may(['x.write', 'x.read'])).toBe(true)
    expect(may(undefined)).toBe(true)
  })

  it('leaves out duties without an item', () => {
    const icon = {}
    const menus = [
      { title: '甲', icon, order: 1, items: [{ title: '一', path: '/1', right: 'x.read' }, { title: '二', path: '/2', right: 'x.write' }] },
      { title: '乙', icon, order: 2, items: [{ title: '三', path: '/3', right: 'x.write' }] },
    ]
    const shown = visibleMenus(menus, (right) => right === 'x.read')
    expect(shown.map((menu) => menu.title)).toEqual(['甲'])
    expect(shown[0]!.items.map((item) => item.path)).toEqual(['/1'])
  })

  it('keeps the page when the session has ended', () => {
    const store = useSession()
    store.expire()
    expect(store.expired).toBe(false)
    store.accept(session)
    store.expire()
    expect(store.expired).toBe(true)
    expect(store.person).toBeDefined()
  })

  it('do not begin before password and second factor are settled', () => {
    const store = useSession()
    store.accept({ ...session, mustChangePassword: true })
    expect(store.ready).toBe(false)
    store.accept({ ...session, needsSecondFactorSetup: true })
    expect(store.ready).toBe(false)
    store.accept(session)
    expect(store.ready).toBe(true)
  })
})

describe('addresses after signing in', () => {
  it('stay within the console', () => {
    expect(safeNext('/budget/items?year=2024')).toBe('/budget/items?year=2024')
    for (const next of ['//evil.example', '/\\evil', 'https://evil.example', 'javascript:alert(1)', undefined, ['/a'], '/sign-in']) {
      expect(safeNext(next)).toBe('/')
    }
  })
})

describe('tabs', () => {
  it('keep the desk and give the neighbour when the one in front closes', () => {
    const tabs = useTabs()
    tabs.visit('/a', '/a?x=1', 'A')
    tabs.visit('/b', '/b', 'B')
    expect(tabs.close('/')).toBeUndefined()
    expect(tabs.close('/b')?.fullPath).toBe('/a?x=1')
    expect(tabs.open.map((tab) => tab.key)).toEqual(['/', '/a'])
  })

  it('never push out a page with unsaved changes', () => {
    const tabs = useTabs()
    tabs.visit('/first', '/first', '甲')
    tabs.guard('/first', () => true)
    for (let i = 0; i < 20; i++) {
      tabs.visit(`/${i}`, `/${i}`, String(i))
    }
    expect(tabs.open.some((tab) => tab.key === '/first')).toBe(true)
    expect(tabs.open.length).toBe(12)
  })
})

describe('refusals', () => {
  it('carry sentence, code and request id', () => {
    const told = explain(new ApiError(409, { code: 'E-PLT-409', message: '已被修改', traceId: 'abc' }))
    expect(told).toEqual({ message: '已被修改', detail: '错误代码 E-PLT-409，请求编号 abc' })
    expect(explain(new ApiError(503)).message).toContain('稍候')
  })
})

describe('small things', () => {
  it('build query strings without empty filters', () => {
    expect(queryString({ a: 1, b: '', c: undefined, d: ['x', 'y'], e: 0 })).toBe('?a=1&d=x&d=y&e=0')
  })

  it('find file names in headers', () => {
    expect(fileName("attachment; filename=\"x.xlsx\"; filename*=UTF-8''%E5%86%B3%E7%AE%97.xlsx")).toBe('决算.xlsx')
    expect(fileName('attachment; filename="x.xlsx"')).toBe('x.xlsx')
    expect(fileName(null)).toBeUndefined()
  })

  it('colour due days', () => {
    expect(dueIn('2026-11-20', '2026-11-22')).toEqual({ text: '逾期 2 天', tone: 'danger' })
    expect(dueIn('2026-11-22', '2026-11-22').tone).toBe('danger')
    expect(dueIn('2026-11-25', '2026-11-22').tone).toBe('warning')
    expect(dueIn('2026-12-25', '2026-11-22').tone).toBe('info')
    expect(dueIn(undefined, '2026-11-22').text).toBe('不限期')
  })

  it('answer to codes, names and pinyin initials', () => {
    expect(initials('医疗保障管理事务')).toBe('ylbzglsw')
    expect(answersTo('2101', '2101599', '其他医疗保障管理事务支出')).toBe(true)
    expect(answersTo('qtyl', '2101599', '其他医疗保障管理事务支出')).toBe(true)
    expect(answersTo('管理', '2101599', '其他医疗保障管理事务支出')).toBe(true)
    expect(answersTo('gzfl', '2101599', '其他医疗保障管理事务支出')).toBe(false)
  })

  it('build the tree of units, orphans at the top', () => {
    const tree = unitTree([
      { id: 2, code: '02', name: '下级', parentId: 1 },
      { id: 1, code: '01', name: '本级' },
      { id: 3, code: '03', name: '县局', parentId: 9 },
    ])
    expect(tree.map((node) => node.id)).toEqual([1, 3])
    expect(tree[0]!.children.map((node) => node.id)).toEqual([2])
  })
})

describe('help', () => {
  it('opens at the duty of the page one comes from', () => {
    expect(topicOf('/')?.id).toBe('desk')
    expect(topicOf('/documents/12/tables/03')?.id).toBe('documents')
    expect(topicOf('/import-templates')?.id).toBe('imports')
    expect(topicOf('/nowhere')).toBeUndefined()
  })

  it('finds every word', () => {
    expect(searchTopics('红冲').map((topic) => topic.id)).toEqual(['budget', 'imports'])
    expect(searchTopics('动态 恢复码').map((topic) => topic.id)).toEqual(['identity'])
    expect(searchTopics('量子')).toEqual([])
  })
})

describe('shortcuts', () => {
  it('are the pages opened most, then those of the menu', () => {
    const items = [{ path: '/a' }, { path: '/b' }, { path: '/c' }]
    expect(frequent(items, { '/c': 3, '/b': 1 }, 2).map((item) => item.path)).toEqual(['/c', '/b'])
    expect(frequent(items, {}, 2).map((item) => item.path)).toEqual(['/a', '/b'])
  })
})
