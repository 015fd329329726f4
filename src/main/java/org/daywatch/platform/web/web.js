// Small comforts only; every page does its main act without this file.
addEventListener('offline', () => showOffline(true))
addEventListener('online', () => showOffline(false))
addEventListener('DOMContentLoaded', () => {
  showOffline(!navigator.onLine)
  cameBack(document.body)
})
document.addEventListener('htmx:afterSettle', event => {
  if (event.detail.requestConfig && event.detail.requestConfig.verb !== 'get') cameBack(event.detail.target)
})

// A form that came back: its first wrong field has the focus and is in sight, whatever is folded around it, and all that is wrong is listed above the form.
function cameBack(part) {
  const wrong = [...part.querySelectorAll('.usa-error-message')].map(message => ({ message, field: fieldOf(message) })).filter(one => one.field)
  if (!wrong.length) return document.getElementById('errors')?.focus()
  const { field } = wrong[0]
  for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
  if (!document.getElementById('errors')) field.closest('form')?.before(summary(wrong))
  const to = field.matches('fieldset') ? field.querySelector('input:checked') ?? field.querySelector('input') ?? field : field
  to.focus({ preventScroll: true });
  (field.closest('.field') ?? field).scrollIntoView({ block: 'center' })
}

function fieldOf(message) {
  const named = message.id && document.getElementById(message.id.replace(/-error$/, ''))
  return named || (message.closest('fieldset, .field') ?? message.closest('form'))?.querySelector(':is(input, select, textarea):not([type=hidden])')
}

// As kit/errors.jte writes it, for the page of several forms.
function summary(wrong) {
  const make = (name, inside, more = {}) => { const one = Object.assign(document.createElement(name), more); one.append(...inside); return one }
  const label = field => (field.labels?.[0] ?? field.querySelector('legend') ?? field.closest('fieldset')?.querySelector('legend'))?.firstChild?.textContent.trim()
  return make('div', [make('div', [make('h2', [document.body.dataset.mend], { className: 'alert-title' }),
    make('ul', wrong.map(({ message, field }) => make('li', [make('a', [[label(field), message.textContent.trim()].filter(Boolean).join(': ')], field.id ? { href: '#' + field.id } : {})])))])],
    { className: 'alert alert-error', id: 'errors', role: 'alert', tabIndex: -1 })
}

function showOffline(offline) {
  const banner = document.getElementById('offline')
  if (banner) banner.hidden = !offline
}

// The account card and the phone's "More" close on Escape and on a click elsewhere.
addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  const open = document.querySelector('details.account[open], .phone details.rail-fold[open]')
  if (open) { open.open = false; open.querySelector('summary').focus() }
})
addEventListener('click', event => {
  const open = document.querySelector('details.account[open], .phone details.rail-fold[open]')
  if (open && !open.contains(event.target)) open.open = false
})

// A tap that trembles is one tap: the second one would send the form again and hide the answer to the first.
const sent = new WeakMap()
document.addEventListener('submit', event => {
  const form = event.target, before = sent.get(form), at = performance.now()
  if (form.method !== 'post' || form.matches('[hx-post]')) return
  if (before && before.by === event.submitter && at - before.at < 700) { event.preventDefault(); event.stopImmediatePropagation() }
  else sent.set(form, { by: event.submitter, at })
}, true)

// A fold that its reader opened or closed stays so when the part around it comes anew.
const folds = new Map()
document.addEventListener('click', event => {
  const fold = event.target.closest?.('details[id] > summary')?.parentElement
  if (fold) folds.set(fold.id, !fold.open)
})
document.addEventListener('htmx:afterSwap', () => {
  for (const [id, open] of folds) { const fold = document.getElementById(id); if (fold && fold.open !== open) fold.open = open }
})

// What a swap changed is announced when the new part carries data-say="…".
document.addEventListener('htmx:afterSwap', event => {
  const said = event.detail.target?.querySelector?.('[data-say]')?.dataset.say
  const live = document.getElementById('live')
  if (said && live) live.textContent = said
})

// Enter in a search field is a change, a submission and, a moment later, what was typed: the list is asked for once, or whoever
// goes on with the keyboard would lose their place in it to the second answer.
const asked = new WeakMap()
document.addEventListener('htmx:beforeRequest', event => {
  const form = event.detail.elt
  if (!form.matches?.('.filters')) return
  const path = event.detail.pathInfo.finalRequestPath, before = asked.get(form)
  if (before?.path === path && Date.now() - before.at < 2000) return event.preventDefault()
  asked.set(form, { path, at: Date.now() })
})
document.addEventListener('htmx:afterRequest', event => {
  if (!event.detail.successful) asked.delete(event.detail.elt)
})

// Signing out empties what the site keeps in this browser, but not what somebody wrote down here and the site does not have yet.
const unsent = () => Object.keys(localStorage).some(key => /^daywatch\.(.*-entries$|.*-drafts$|room-reports$|minutes\.)/.test(key) && !/^(\[\]|\{\}|null)?$/.test(localStorage.getItem(key)))
document.addEventListener('submit', event => {
  if (!event.target.matches('[action="/sign-out"]')) return
  try { event.target.elements.unsent.value = unsent() ? 'yes' : '' } catch { /* a browser that keeps nothing has nothing unsent */ }
})

// Without a connection the browser shows our page instead of its own.
navigator.serviceWorker?.register('/sw.js').catch(() => { /* a browser that forbids it shows its own page */ })
