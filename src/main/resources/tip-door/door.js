// Without this the link leads away too; with it the page goes at once, and "Back" does not lead to it.
const away = document.getElementById('away')
away.addEventListener('click', event => {
  event.preventDefault()
  document.documentElement.hidden = true
  window.location.replace(away.href)
})
