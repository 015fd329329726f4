// What was tapped at a lesson, kept on this phone until the site has it; and, so that a lesson begins without a connection too, the lessons of the phone's owner.
// No page is needed for that: whichever they open before they go in brings them.
globalThis.daywatchLessons = (() => {
  const queue = daywatchQueue({ name: 'lessons', mine: '/lessons/sessions/mine', to: '/lessons/sessions/taps' })
  const DRAFTS = 'daywatch.lessons-drafts', FRESH = 10 * 60_000, MOST_SLIDES = 6
  const { dataset } = document.body

  const drafts = () => {
    try {
      return JSON.parse(localStorage.getItem(DRAFTS)) ?? {}
    } catch {
      return {}
    }
  }
  /** What is typed and neither sent nor queued. @param fields undefined forgets it */
  const keepDraft = (lesson, fields) => localStorage.setItem(DRAFTS, JSON.stringify({ ...drafts(), [lesson]: fields }))

  async function refresh(must) {
    const known = queue.profile(), mayTeach = (dataset.may ?? '').split(' ').includes('LESSONS_TEACH')
    if (!mayTeach || dataset.shell || !must && known?.person === dataset.person && Date.now() - known.at < FRESH) return undefined
    try {
      const answer = await fetch('/lessons/sessions/kept', { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(10_000) })
      if (!answer.ok || answer.redirected) return undefined
      const kept = await answer.json()
      keepSlides(kept.lessons).catch(() => { /* no room */ })
      queue.keepProfile({ ...kept, at: Date.now(), ahead: Date.parse(kept.now) - Date.now() })
      return kept
    } catch { return undefined }
  }

  /** The slides of the next lessons and what is said to them, which tell nothing of anybody, so that neither the wall nor the hand is empty where there is no reception. */
  async function keepSlides(lessons) {
    if (!globalThis.caches) return
    const slides = [...new Set(lessons.filter(l => l.open && l.slides).map(l => l.slides))].slice(0, MOST_SLIDES)
    const wanted = slides.flatMap(address => [address, address.replace('/slides/1', '/notes')]), held = await caches.open('daywatch-slides')
    for (const request of await held.keys()) if (!wanted.includes(new URL(request.url).pathname)) await held.delete(request)
    for (const address of wanted) if (!await held.match(address, { ignoreVary: true })) await held.add(address)
  }

  /** By the site's clock as far as the phone knows it: a phone that is slow or fast writes down the right minute. */
  const now = () => new Date(Date.now() + (queue.profile()?.ahead ?? 0))
  const uuid = () => {
    if (crypto.randomUUID) return crypto.randomUUID()
    const b = crypto.getRandomValues(new Uint8Array(16)), hex = i => ((i === 6 ? b[i] & 15 | 64 : i === 8 ? b[i] & 63 | 128 : b[i]) + 256).toString(16).slice(1)
    return [...b.keys()].map(i => ([4, 6, 8, 10].includes(i) ? '-' : '') + hex(i)).join('')
  }
  /** Taps of a lesson that wait here. */
  const waiting = lesson => queue.entries().filter(e => e.group === lesson && e.refused === undefined)

  /** @returns its id */
  function tap(act, lesson, title, fields = {}) {
    const id = uuid(), person = dataset.person || queue.profile()?.person
    queue.add({ person, title, group: lesson, begins: act === 'BEGIN', fields: { ...fields, id, lesson, act, at: now().toISOString() } })
    return id
  }

  /** @returns whether it left this phone within a few seconds */
  async function left(id, patience = 4000) {
    for (const until = Date.now() + patience; Date.now() < until; await new Promise(ok => setTimeout(ok, 100))) {
      const entry = queue.entries().find(e => e.fields.id === id)
      if (!entry) return true
      if (entry.refused !== undefined) return false
    }
    return false
  }

  // What was sent changes what the site knows of the lessons: it is asked anew as soon as it can be.
  document.body.addEventListener('lessons-sent', () => {
    const known = queue.profile()
    if (known) queue.keepProfile({ ...known, at: 0 })
  })
  refresh()
  return { ...queue, refresh, now, tap, left, waiting, drafts, keepDraft }
})()
