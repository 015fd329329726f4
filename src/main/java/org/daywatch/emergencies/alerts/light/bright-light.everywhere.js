// Bright light: black on white, heavier, broad bars (sunlight.bright.css). The choice stays on this device; without one the device's own wish for more contrast counts.
(() => {
  const KEPT = 'bright-light', root = document.documentElement
  const wished = matchMedia('(prefers-contrast: more) and (prefers-color-scheme: light)')
  let chosen
  try { chosen = localStorage.getItem(KEPT) } catch { /* a private window keeps it until it is closed */ }

  function show() {
    if (chosen) root.dataset.light = chosen
    else delete root.dataset.light
    const on = String(chosen ? chosen === 'bright' : wished.matches)
    for (const button of document.querySelectorAll('[data-bright-light]')) {
      button.hidden = false
      button.setAttribute('aria-pressed', on)
    }
  }

  addEventListener('click', event => {
    const button = event.target.closest?.('[data-bright-light]')
    if (!button) return
    chosen = button.getAttribute('aria-pressed') === 'true' ? 'plain' : 'bright'
    try { localStorage.setItem(KEPT, chosen) } catch { /* as above */ }
    show()
  })
  // Another tab, a part of the page that came anew, an alert that was just drawn.
  addEventListener('storage', event => { if (event.key === KEPT) { chosen = event.newValue; show() } })
  addEventListener('bright-light', show)
  document.addEventListener('htmx:load', show)
  wished.addEventListener('change', show)
  show()
})()
