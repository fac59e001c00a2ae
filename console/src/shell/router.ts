import { createRouter, createWebHistory, type Router } from 'vue-router'
import { failed } from '../common/notify'
import { useSession } from '../common/session'
import { routes } from './duties'
import { problemOfPage } from './pageProblem'

/** The console's addresses: those of the duties, and one page for all that do not exist. */
export function makeRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [...routes, { path: '/:unknown(.*)*', component: () => import('./NotFound.vue'), meta: { title: '没有这个页面' } }],
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  })

  router.beforeEach(async (to) => {
    problemOfPage.value = undefined
    if (to.meta.open) {
      return true
    }
    const session = useSession()
    if (!session.known) {
      try {
        await session.load()
      } catch (failure) {
        problemOfPage.value = failure
        return true
      }
    }
    if (!session.ready) {
      return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
    }
    if (session.insured && !to.path.startsWith('/service/own')) {
      return { path: '/service/own' }
    }
    return true
  })

  router.afterEach((to) => {
    document.title = to.meta.title ? `${to.meta.title} - 统筹` : '统筹'
  })

  router.onError((failure, to) => {
    // A new version was installed: the parts of the old one are gone from the server.
    if (/dynamically imported module|Importing a module script failed/.test(String(failure)) && navigator.onLine) {
      if (sessionStorage.getItem('tongchou.renewed') !== to.fullPath) {
        sessionStorage.setItem('tongchou.renewed', to.fullPath)
        location.assign(to.fullPath)
        return
      }
    }
    failed(failure)
  })
  return router
}
