// Shows what was pressed on this device and is not sent, on whatever page is open, until it is accepted or taken back.
(() => {
  const body = document.body, shell = document.getElementById('press-shell')
  const may = (body.dataset.may ?? '').split(' '), REFRESH = 10 * 60_000
  let box, words = shell ? JSON.parse(shell.dataset.words) : null

  /** The site's word about this person is fetched now and then; whoever is signed out leaves none behind. */
  async function refresh() {
    if (shell) return
    const kept = await daywatchPresses.profile()
    if (kept && kept.person !== body.dataset.person) await daywatchPresses.forgetProfile()
    const same = kept && kept.person === body.dataset.person && kept.lang === document.documentElement.lang
    if (!may.includes('ALERT_PRESS') || same && Date.now() - kept.at < REFRESH) return
    try {
      const answer = await fetch('/alert/mine', { headers: { Accept: 'application/json' } })
      if (!answer.ok || answer.redirected) return
      await daywatchPresses.keepProfile(await answer.json())
      dispatchEvent(new Event('profile-kept'))
      words = await daywatchPresses.words()
      draw()
    } catch { /* later */ }
  }

  const make = (tag, className, ...inside) => {
    const element = document.createElement(tag)
    if (className) element.className = className
    element.append(...inside)
    return element
  }
  const button = (text, act) => {
    const element = make('button', 'press-kept-act', text)
    element.type = 'button'
    element.addEventListener('click', act)
    return element
  }
  const howLong = millis => {
    const minutes = Math.floor(millis / 60_000)
    return minutes < 1 ? words.moment : minutes === 1 ? words.minute : words.minutes.replace('{0}', minutes)
  }
  const what = press => [words['action.' + press.action], press.schoolName, [press.roomName, press.place].filter(Boolean).join(', ')].filter(Boolean).join(' · ')

  /** Whether it is meant stands first, as everywhere. */
  const mode = press => make('p', 'press-kept-mode', words['mode.' + press.status])

  function call() {
    const link = make('a', 'press-kept-act press-kept-911', words.call)
    link.href = 'tel:911'
    return link
  }

  async function line(press) {
    if (press.accepted) {
      return make('div', 'press-kept-done', make('strong', '', words.late.replace('{0}', howLong(press.accepted - press.at))), mode(press), make('p', '', what(press)), button(words.close, () => daywatchPresses.drop(press.id)))
    }
    const asks = await daywatchPresses.asks(press)
    const real = press.status === 'ACTUAL', acts = make('div', 'press-kept-acts', real ? call() : '')
    if (asks) acts.append(button(words.send, () => daywatchPresses.sure(press.id)))
    if (asks || press.refused !== undefined) acts.append(button(words.drop, () => daywatchPresses.drop(press.id)))
    return make('div', 'press-kept-line press-kept-' + press.status, make('strong', 'press-kept-word', words.notSent), mode(press), make('p', '', what(press)),
      make('p', '', words.ago.replace('{0}', howLong(daywatchPresses.age(press))) + ' ' + (asks ? words.still : words.trying)),
      make('p', 'press-kept-small', press.refused || (real ? words.notTold : words.notNeeded ?? '')), acts)
  }

  /** Signing out empties this browser (web.js), but neither what is not sent nor the key that presses for its owner when they are signed out. */
  async function stays(all) {
    const why = all.some(press => !press.accepted) ? 'press' : await daywatchPresses.device() ? 'key' : ''
    try { localStorage.setItem('daywatch.press-entries', why) } catch { /* a browser that keeps nothing keeps no key either */ }
  }

  async function draw() {
    words ??= await daywatchPresses.words()
    const all = await daywatchPresses.list()
    await stays(all)
    const shown = all.filter(press => words && ( press.accepted || daywatchPresses.age(press) > 1500 || !navigator.onLine))
    if (shown.length === 0 && !box) return all
    box ??= body.appendChild(make('section', 'press-kept'))
    box.id = 'press-kept'
    box.setAttribute('role', 'alert')
    const lines = await Promise.all(shown.map(line)), text = lines.map(l => l.textContent).join()
    if (box.dataset.text !== text) box.replaceChildren(...lines) // said anew only when it says something new
    box.dataset.text = text
    box.hidden = shown.length === 0
    body.classList.toggle('press-kept-below', !box.hidden)
    body.style.setProperty('--kept', box.offsetHeight + 'px')
    body.style.paddingBottom = box.hidden ? '' : 'var(--kept)'
    return all
  }

  const OPENED = Date.now(), SETTLED = 60_000
  let timer
  /** Often while something waits, and at first: a disk that is busy may answer late what lies there. */
  async function watch() {
    clearTimeout(timer)
    const waiting = (await draw()).some(press => !press.accepted)
    if (waiting) daywatchPresses.flush()
    timer = setTimeout(watch, waiting || Date.now() - OPENED < SETTLED ? 2000 : 15_000)
  }
  addEventListener('presses-changed', () => {
    draw()
    clearTimeout(timer)
    timer = setTimeout(watch, 2000)
  })
  addEventListener('online', () => daywatchPresses.flush())
  watch()
  refresh()
})()
