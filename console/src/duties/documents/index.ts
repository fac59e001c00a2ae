import { Document } from '@element-plus/icons-vue'
import type { Duty } from '../../common/duty'

const right = 'accounts.document.read'

export default {
  menu: { title: '部门预决算', icon: Document, order: 40, items: [{ title: '预决算文档', path: '/documents', right }] },
  routes: [
    { path: '/documents', component: () => import('./DocumentsPage.vue'), meta: { title: '预决算文档', right } },
    { path: '/documents/:id(\\d+)', component: () => import('./DocumentPage.vue'), meta: { title: '预决算文档', duty: '部门预决算', right } },
  ],
} satisfies Duty
