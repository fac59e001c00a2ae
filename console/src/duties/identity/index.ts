import { User } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

export default {
  menu: {
    title: '用户与权限',
    icon: User,
    order: 80,
    items: [
      { title: '用户', path: '/identity/users', right: 'identity.user.read' },
      { title: '角色与权限', path: '/identity/roles', right: 'identity.role.read' },
      { title: '单位', path: '/identity/units', right: 'identity.unit.edit' },
      { title: '安全策略', path: '/identity/policy', right: 'identity.policy.read' },
    ],
  },
  routes: [
    { path: '/sign-in', component: () => import('./SignInPage.vue'), meta: { title: '登录', bare: true, open: true } },
    { path: '/profile', component: () => import('./ProfilePage.vue'), meta: { title: '个人设置', duty: '我的账户' } },
    { path: '/identity/users', component: () => import('./UsersPage.vue'), meta: { title: '用户', right: 'identity.user.read' } },
    { path: '/identity/roles', component: () => import('./RolesPage.vue'), meta: { title: '角色与权限', right: 'identity.role.read' } },
    { path: '/identity/units', component: () => import('./UnitsPage.vue'), meta: { title: '单位', right: 'identity.unit.edit' } },
    { path: '/identity/policy', component: () => import('./PolicyPage.vue'), meta: { title: '安全策略', right: 'identity.policy.read' } },
  ],
} satisfies Duty
