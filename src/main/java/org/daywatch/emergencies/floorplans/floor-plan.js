// A tap on a room of the plan brings its button to the lower edge of a small screen; the plan stays where the finger is. Without this file the page goes to the button.
(() => {
  const narrow = matchMedia('(max-width: 63.99rem)')
  const go = to => {
    const at = { left: scrollX, top: scrollY, behavior: 'instant' }
    location.replace(to)
    if (narrow.matches) scrollTo(at)
  }
  document.addEventListener('click', event => {
    const link = event.target.closest?.('.floor-marks a, .floor-close')
    if (!link) return
    event.preventDefault()
    go(link.getAttribute('href'))
  })
  // The list came anew: what was chosen stays so, unless somebody is writing meanwhile.
  document.addEventListener('htmx:afterSettle', () => {
    const chosen = /^#(release|floor-room)-/.test(location.hash) && document.querySelector(location.hash)
    if (chosen && !document.querySelector(':target') && !document.activeElement?.matches('input')) go(location.hash)
  })
})()
