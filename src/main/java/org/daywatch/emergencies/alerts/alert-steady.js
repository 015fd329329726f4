// Rooms are let out one tap each, while lines above them come and go: a room stays where the finger is on its way to.
(() => {
  const list = () => document.querySelector('.alert-rooms')?.getBoundingClientRect()
  const place = () => { const at = list(); return at && at.top + scrollY }
  let before = place()

  document.documentElement.style.overflowAnchor = 'none' // else the page would be moved twice
  new ResizeObserver(() => {
    const now = place(), at = list(), moved = now - before
    before = now
    if (moved && at.top - moved < innerHeight && at.bottom - moved > 0) scrollBy({ top: moved, behavior: 'instant' })
  }).observe(document.body, { box: 'border-box' }) // the band above the page is padding
})()
