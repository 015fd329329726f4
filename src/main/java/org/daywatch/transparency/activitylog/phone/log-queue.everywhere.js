// What an officer wrote down and the site does not have yet: kept on this phone, shown as NOT SENT on every page, sent by itself when there is a
// connection and its writer is signed in. Each entry carries an id, so sending it twice counts once.
globalThis.daywatchLog = (() => {
  const KEPT = 'daywatch.log-entries', WORDS = 'daywatch.log-words', PROFILE = 'daywatch.log-profile', PAUSE = 5000
  const body = document.body
  let box, state = ''

  const read = (key, otherwise) => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? otherwise
    } catch {
      return otherwise
    }
  }
  const entries = () => read(KEPT, [])
  const keep = all => localStorage.setItem(KEPT, JSON.stringify(all))
  const change = (id, how) => keep(entries().map(e => e.fields.id === id ? { ...e, ...how } : e))
  const remove = id => keep(entries().filter(e => e.fields.id !== id))

  function add(entry) {
    keep([...entries(), entry])
    show()
    send()
  }

  const patience = more => ({ ...more, signal: AbortSignal.timeout(10_000) })

  /** Whoever is signed in sends his own; entries of somebody else wait for him. */
  async function round() {
    if (!entries().some(e => !e.refused)) return
    const asked = await fetch('/log/mine', patience({ headers: { Accept: 'application/json' } }))
    if (!asked.ok || asked.redirected) {
      state = asked.status < 500 ? 'signin' : ''
      return
    }
    const { person, csrfName, csrf } = await asked.json()
    let sent = 0
    for (const entry of entries().filter(e => e.person === person && !e.refused)) {
      const answer = await fetch('/log/entries', patience({ method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams({ ...entry.fields, [csrfName]: csrf }) }))
      if (answer.ok && !answer.redirected) {
        remove(entry.fields.id)
        sent++
      } else if ([400, 404, 409].includes(answer.status)) change(entry.fields.id, { refused: await why(answer) })
      else {
        state = answer.status === 401 || answer.status === 403 || answer.redirected ? 'signin' : ''
        break
      }
      show()
    }
    state = entries().some(e => e.person !== person && !e.refused) ? 'other' : state === 'signin' ? 'signin' : ''
    if (sent > 0) body.dispatchEvent(new CustomEvent('log-sent'))
  }

  async function why(answer) {
    try {
      const problem = await answer.json()
      return problem.detail || problem.title || ''
    } catch {
      return ''
    }
  }

  let sending = false
  async function send() {
    if (sending) return
    sending = true
    state = ''
    try {
      await (navigator.locks ? navigator.locks.request('daywatch-log', { ifAvailable: true }, lock => lock ? round() : undefined) : round())
    } catch { /* no connection: they stay where they are */ }
    sending = false
    show()
  }

  const make = (tag, text, className) => {
    const element = document.createElement(tag)
    if (text) element.textContent = text
    if (className) element.className = className
    return element
  }

  function show() {
    const all = entries(), words = read(WORDS, null), main = document.getElementById('main')
    if (!main || !words || all.length === 0 && !box) return
    if (!box) {
      box = make('section', '', 'log-unsent')
      box.id = 'log-unsent'
      box.setAttribute('role', 'status')
      main.prepend(box)
    }
    const waiting = all.filter(e => !e.refused), lines = []
    if (waiting.length > 0) {
      const said = make('p')
      said.append(make('strong', words.unsent.replace('{0}', waiting.length)), ' ', state === 'signin' ? words.signin : state === 'other' ? words.other : '')
      if (state === 'signin') {
        const link = make('a', words.link)
        link.href = '/sign-in'
        said.append(' ', link)
      }
      lines.push(said)
    }
    for (const entry of all.filter(e => e.refused)) {
      const line = make('p'), drop = make('button', words.drop, 'usa-button usa-button--outline')
      drop.type = 'button'
      drop.addEventListener('click', () => {
        remove(entry.fields.id)
        show()
      })
      line.append(make('strong', words.refused + ' ' + entry.title), ' ', entry.refused, ' ', drop)
      lines.push(line)
    }
    const text = lines.map(l => l.textContent).join()
    if (box.dataset.text !== text) box.replaceChildren(...lines)
    box.dataset.text = text
    box.hidden = lines.length === 0
  }

  if (!body.dataset.shell && !body.dataset.person) localStorage.removeItem(PROFILE) // signed out: his schools go, what is not sent stays
  addEventListener('online', send)
  setInterval(() => { if (entries().some(e => !e.refused)) send() }, PAUSE)
  show()
  send()

  return { add, entries, send, profile: () => read(PROFILE, null), keepProfile: p => localStorage.setItem(PROFILE, JSON.stringify(p)), keepWords: w => localStorage.setItem(WORDS, JSON.stringify(w)) }
})()
