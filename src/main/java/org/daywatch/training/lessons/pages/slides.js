// The wall: arrows, space and the keys of a presenter turn the slides; F fills the screen, B makes it dark. Without this file the links do the same, one page each.
const slides = [...document.querySelectorAll('.wall-slide')]
const full = document.querySelector('.wall-full')
let at = Math.max(0, slides.findIndex(s => !s.hidden))

function show(to) {
  at = Math.min(slides.length - 1, Math.max(0, to))
  slides.forEach((slide, i) => { slide.hidden = i !== at })
  document.body.classList.remove('wall-dark')
  document.querySelector('.wall-number').textContent = at + 1
  const base = document.body.dataset.at
  document.querySelector('[data-does=back]').href = base + Math.max(1, at)
  document.querySelector('[data-does=next]').href = base + Math.min(slides.length, at + 2)
  history.replaceState(null, '', base + (at + 1))
  slides[at].focus({ preventScroll: true })
  scrollTo(0, 0)
}

function fill() {
  document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.()
}

const KEYS = {
  ArrowRight: () => show(at + 1), ArrowDown: () => show(at + 1), PageDown: () => show(at + 1), ' ': () => show(at + 1),
  ArrowLeft: () => show(at - 1), ArrowUp: () => show(at - 1), PageUp: () => show(at - 1), Backspace: () => show(at - 1),
  Home: () => show(0), End: () => show(slides.length - 1),
  f: fill, F: fill, b: () => document.body.classList.toggle('wall-dark'), B: () => document.body.classList.toggle('wall-dark'), '.': () => document.body.classList.toggle('wall-dark')
}

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === ' ' && event.target.closest('button')) return
  const act = KEYS[event.key]
  if (!act) return
  event.preventDefault()
  act()
})

document.querySelector('.wall-bar').addEventListener('click', event => {
  const step = event.target.closest('[data-does]')
  if (!step) return
  event.preventDefault()
  show(at + (step.dataset.does === 'next' ? 1 : -1))
})

// A swipe turns a slide on a tablet.
let from = null
addEventListener('touchstart', event => { from = event.changedTouches[0] }, { passive: true })
addEventListener('touchend', event => {
  const way = event.changedTouches[0].clientX - (from?.clientX ?? 0)
  const tilt = event.changedTouches[0].clientY - (from?.clientY ?? 0)
  if (from && Math.abs(way) > 60 && Math.abs(way) > 2 * Math.abs(tilt)) show(at + (way < 0 ? 1 : -1))
  from = null
}, { passive: true })

if (document.fullscreenEnabled) { full.hidden = false; full.addEventListener('click', fill) }
