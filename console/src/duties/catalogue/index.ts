import { Collection } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const right = 'catalogue.item.view'

export default {
  menu: {
    title: '目录管理',
    icon: Collection,
    order: 5,
    items: [
      { title: '目录查询', path: '/catalogue/items', right },
      { title: '目录版本', path: '/catalogue/versions', right },
      { title: '版本比较', path: '/catalogue/differences', right },
      { title: '机构目录对照', path: '/catalogue/matchings', right },
    ],
  },
  routes: [
    { path: '/catalogue/items', component: () => import('./ItemsPage.vue'), meta: { title: '目录查询', right } },
    { path: '/catalogue/versions', component: () => import('./VersionsPage.vue'), meta: { title: '目录版本', right } },
    { path: '/catalogue/versions/:id(\\d+)', component: () => import('./VersionPage.vue'), meta: { title: '目录版本', right } },
    { path: '/catalogue/differences', component: () => import('./DifferencesPage.vue'), meta: { title: '版本比较', right } },
    { path: '/catalogue/matchings', component: () => import('./MatchingPage.vue'), meta: { title: '机构目录对照', right } },
  ],
} satisfies Duty
