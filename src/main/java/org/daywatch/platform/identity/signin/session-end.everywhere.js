// A page whose session ended by itself shows nothing any more of what it held. An alert that comes is shown even so: the lane's token lives on by itself.
(() => {
  const AGAIN = 60, LONGEST = 2 ** 31 - 1
  let timer, due = Infinity

  function later(seconds) {
    due = Date.now() + seconds * 1000
    clearTimeout(timer)
    timer = setTimeout(look, Math.min(seconds * 1000, LONGEST))
  }

  /** Another page may have used the session meanwhile. Where nobody can say it, its time is over. */
  async function look() {
    if (Date.now() < due) return later((due - Date.now()) / 1000)
    try {
      const answer = await fetch('/sign-in/still', { cache: 'no-store' })
      const left = answer.status < 500 ? Number(await answer.text()) : AGAIN // it cannot ask its database
      if (left > 0) return later(left)
    } catch { /* without a connection */ }
    due = Infinity
    empty()
  }

  function empty() {
    const { ended, again } = document.body.dataset
    document.querySelectorAll('.rail, .acting, .find, .account, .masthead .bell').forEach(one => one.remove())
    document.title = 'Daywatch'
    const link = Object.assign(document.createElement('a'), { href: '/sign-in', textContent: again, className: 'usa-button' })
    const words = Object.assign(document.createElement('p'), { textContent: ended, className: 'lead' })
    document.getElementById('main')?.replaceChildren(words, link)
  }

  document.addEventListener('htmx:sseOpen', ({ detail }) => {
    for (const name of ['hello', 'reload']) detail.source.addEventListener(name, event => { const left = Number(event.data?.split(' ')[1]); if (left > 0) later(left) })
  })
  document.addEventListener('htmx:sseError', ({ detail }) => { if (detail.source?.readyState === 2 && due < Infinity) { due = 0; look() } }) // the stream is refused
  document.addEventListener('visibilitychange', () => { if (!document.hidden && due < Infinity) look() }) // a computer that slept
})()
