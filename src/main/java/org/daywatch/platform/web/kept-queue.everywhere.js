// What a person wrote down and the site does not have yet: kept on this phone, shown as NOT SENT on every page, sent by itself and in its order when there is a
// connection and its writer is signed in. Each entry carries an id, so sending it twice counts once. Each feature that works without a connection has a queue of its own.
// Where a queue names the page on which its entries are written again, what was refused can be taken back there, so that nothing is typed twice.
// An entry with a file is sent with it; the file lies in kept-files.
globalThis.daywatchQueue = ({ name, mine, to, again }) => {
  const KEPT = `daywatch.${name}-entries`, WORDS = `daywatch.${name}-words`, PROFILE = `daywatch.${name}-profile`, PAUSE = 5000
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
  const remove = entry => {
    keep(entries().filter(e => e.fields.id !== entry.fields.id))
    if (entry.file) daywatchFiles.drop(entry.file)
  }
  /** A beginning that is refused takes all that follows it along; anything else is refused alone. */
  const together = (entry, other) => other.fields.id === entry.fields.id || entry.begins && other.group === entry.group
  const refuse = (entry, why) => keep(entries().map(e => together(entry, e) ? { ...e, refused: why } : e))
  const drop = entry => {
    for (const e of entries()) if (e.file && together(entry, e)) daywatchFiles.drop(e.file)
    keep(entries().filter(e => !together(entry, e)))
  }

  /** As it goes over the line; nothing where its file is gone. */
  async function written(entry, csrfName, csrf) {
    if (!entry.file) return new URLSearchParams({ ...entry.fields, [csrfName]: csrf })
    const file = await daywatchFiles.get(entry.file), form = new FormData()
    for (const [name, value] of Object.entries({ ...entry.fields, [csrfName]: csrf })) form.append(name, value)
    if (file) form.append('photo', file, 'photo.jpg')
    return file ? form : undefined
  }
  /** @param entry its writer's person, a title for people, fields with an id; file: the id of one in kept-files that goes with it; group where several belong together, begins on the first of them */
  function add(entry) {
    keep([...entries(), entry])
    show()
    send()
  }

  const patience = (more, longest = 10_000) => ({ ...more, signal: AbortSignal.timeout(longest) })
  const waits = e => e.refused === undefined

  /** Anyone who is signed in sends their own; entries of somebody else wait for them. */
  async function round() {
    if (!entries().some(waits)) return
    const asked = await fetch(mine, patience({ headers: { Accept: 'application/json' } }))
    if (!asked.ok || asked.redirected) {
      state = asked.status < 500 ? 'signin' : ''
      return
    }
    const { person, csrfName, csrf } = await asked.json()
    let sent = 0
    for (let entry; (entry = entries().find(e => e.person === person && waits(e)));) {
      const content = await written(entry, csrfName, csrf)
      if (!content) {
        refuse(entry, read(WORDS, {}).lost ?? '')
        continue
      }
      const answer = await fetch(to, patience({ method: 'POST', headers: { Accept: 'application/json' }, body: content }, entry.file ? 90_000 : undefined))
      if (answer.ok && !answer.redirected) {
        remove(entry)
        sent++
      } else if ([400, 404, 409].includes(answer.status)) refuse(entry, await why(answer))
      else {
        state = answer.status === 401 || answer.status === 403 || answer.redirected ? 'signin' : ''
        break
      }
      show()
    }
    state = entries().some(e => e.person !== person && waits(e)) ? 'other' : state === 'signin' ? 'signin' : ''
    if (sent > 0) body.dispatchEvent(new CustomEvent(`${name}-sent`))
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
      await (navigator.locks ? navigator.locks.request(`daywatch-${name}`, { ifAvailable: true }, lock => lock ? round() : undefined) : round())
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
      box = make('section', '', 'kept-unsent')
      box.id = `${name}-unsent`
      box.setAttribute('role', 'status')
      main.prepend(box)
    }
    const lines = [...waiting(all, words), ...refused(all, words)]
    const text = lines.map(l => l.textContent).join()
    if (box.dataset.text !== text) box.replaceChildren(...lines)
    box.dataset.text = text
    box.hidden = lines.length === 0
  }

  function waiting(all, words) {
    const count = all.filter(waits).length, said = make('p')
    if (count === 0) return []
    said.append(make('strong', words.unsent.replace('{0}', count)), ' ', state === 'signin' ? words.signin : state === 'other' ? words.other : '')
    if (state === 'signin') {
      const link = make('a', words.link)
      link.href = '/sign-in'
      said.append(' ', link)
    }
    return [said]
  }

  /** One line for what was refused together. */
  function refused(all, words) {
    const told = all.filter(e => !waits(e)).filter((e, i, those) => those.findIndex(other => together(other, e)) === i)
    return told.map(entry => {
      const line = make('p'), button = make('button', words.drop, 'usa-button usa-button--outline')
      button.type = 'button'
      button.addEventListener('click', () => {
        drop(entry)
        show()
        body.dispatchEvent(new CustomEvent(`${name}-dropped`, { detail: entry }))
      })
      line.append(make('strong', words.refused + ' ' + entry.title), ' ', entry.refused, ' ')
      if (again && words.mend) {
        const link = make('a', words.mend)
        link.href = `${again}#again-${entry.fields.id}`
        line.append(link, ' ')
      }
      line.append(button)
      return line
    })
  }

  if (!body.dataset.shell && !body.dataset.person) localStorage.removeItem(PROFILE) // signed out: what their phone knew of places goes, what is not sent stays
  addEventListener('online', send)
  setInterval(() => { if (entries().some(waits)) send() }, PAUSE)
  show()
  send()

  return { add, entries, send, drop: entry => { drop(entry); show() }, profile: () => read(PROFILE, null), keepProfile: p => localStorage.setItem(PROFILE, JSON.stringify(p)), keepWords: w => localStorage.setItem(WORDS, JSON.stringify(w)) }
}
