// Small comforts only; every page does its main act without this file.
addEventListener('offline', () => showOffline(true))
addEventListener('online', () => showOffline(false))
addEventListener('DOMContentLoaded', () => {
  showOffline(!navigator.onLine)
  document.getElementById('errors')?.focus()
})

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

// What a swap changed is announced when the new part carries data-say="…".
document.addEventListener('htmx:afterSwap', event => {
  const said = event.detail.target?.querySelector?.('[data-say]')?.dataset.say
  const live = document.getElementById('live')
  if (said && live) live.textContent = said
})

// Enter in a search field is a change, a submission and, a moment later, what was typed: the list is asked for once, or whoever
// goes on with the keyboard would lose his place in it to the second answer.
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

// Without a connection the browser shows our page instead of its own.
navigator.serviceWorker?.register('/sw.js').catch(() => { /* a browser that forbids it shows its own page */ })
