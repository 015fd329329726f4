// One thumb leads from cue to cue, and a clock beside the notes: which minute of the lesson it is and which part the outline holds then. It stays on this phone and is not the record of the lesson.
const bar = document.querySelector('.lesson-clock')
const key = 'lesson-clock ' + document.querySelector('.lesson-teach')?.dataset.lesson
const steps = [...document.querySelectorAll('.lesson-step')]

function begun() {
  try { return Number(sessionStorage.getItem(key)) || 0 } catch { return 0 }
}

function keep(at) {
  try { at ? sessionStorage.setItem(key, at) : sessionStorage.removeItem(key) } catch { /* private windows keep nothing; the clock runs on until the page is left */ }
}

let start = begun()

/** The next cue below the one that is being read. */
function next() {
  const cues = [...document.querySelectorAll('.lesson-step-head, .lesson-cue')]
  return cues.find(cue => cue.getBoundingClientRect().top > 60)
}

function now() {
  const minute = Math.floor((Date.now() - start) / 60000)
  return { minute, step: steps.find(s => minute >= Number(s.dataset.from) && minute < Number(s.dataset.to)) }
}

function show() {
  const runs = start > 0 && Date.now() - start < 4 * 3600000
  const { minute, step } = runs ? now() : {}
  bar.querySelector('[data-does=begin]').hidden = runs
  bar.querySelector('[data-does=here]').hidden = !runs || !step
  bar.querySelector('[data-does=stop]').hidden = !runs
  const total = bar.dataset.minutes
  bar.querySelector('.lesson-clock-said').textContent = runs ? (step ? bar.dataset.minute.replace('##', total).replace('#', minute + 1) : bar.dataset.over) : ''
  bar.querySelector('.lesson-clock-part').textContent = step ? step.querySelector('h2').textContent : ''
  steps.forEach(s => s.toggleAttribute('data-now', s === step))
}

if (bar) {
  bar.hidden = false
  bar.addEventListener('click', event => {
    const does = event.target.closest('button')?.dataset.does
    if (does === 'begin') { start = Date.now(); keep(start) }
    if (does === 'stop') { start = 0; keep(0) }
    if (does === 'here') now().step?.scrollIntoView({ block: 'start' })
    if (does === 'next') next()?.scrollIntoView({ block: 'start' })
    show()
  })
  setInterval(show, 5000)
  show()
}
