import { Files } from '@element-plus/icons-vue'
import './duty.css'
import type { Duty } from '../../common/duty'

const READ = 'disclosure.publication.read'
const AUDIT = 'disclosure.upload.audit'

export default {
  menu: {
    title: '信息公开与审核',
    icon: Files,
    order: 60,
    items: [
      { title: '公开文件', path: '/disclosure/publications', right: READ },
      { title: '比较', path: '/disclosure/comparison', right: READ },
      { title: '审核文件', path: '/disclosure/uploads', right: AUDIT },
    ],
  },
  routes: [
    { path: '/disclosure/publications', component: () => import('./PublicationsPage.vue'), meta: { title: '公开文件', right: READ } },
    { path: '/disclosure/publications/:id(\\d+)', component: () => import('./PublicationPage.vue'), meta: { title: '公开文件', right: READ } },
    { path: '/disclosure/comparison', component: () => import('./ComparisonPage.vue'), meta: { title: '比较', right: READ } },
    { path: '/disclosure/uploads', component: () => import('./UploadsPage.vue'), meta: { title: '审核文件', right: AUDIT } },
    { path: '/disclosure/uploads/:id(\\d+)', component: () => import('./UploadPage.vue'), meta: { title: '审核结果', right: AUDIT } },
  ],
} satisfies Duty
