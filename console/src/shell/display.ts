import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'

/** How this browser wants the console shown; kept in the browser. */
export const useDisplay = defineStore('display', () => {
  const large = ref(localStorage.getItem('tongchou.large') === 'yes')
  const folded = ref(localStorage.getItem('tongchou.folded') === 'yes')

  watchEffect(() => {
    document.documentElement.classList.toggle('tc-large', large.value)
    localStorage.setItem('tongchou.large', large.value ? 'yes' : 'no')
    localStorage.setItem('tongchou.folded', folded.value ? 'yes' : 'no')
  })

  return { large, folded }
})
