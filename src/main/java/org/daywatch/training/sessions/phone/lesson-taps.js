// Begin, end and record of a lesson: each counts at the moment of its tap, with and without a connection. Without this file the forms post as any other.
(() => {
  const parts = document.getElementById('lesson-parts'), words = parts.dataset, { shell } = document.body.dataset
  const { unsent, signin, refused, other, drop, link } = words
  daywatchLessons.keepWords({ unsent, signin, refused, other, drop, link })
  daywatchLessons.refresh(true)

  const say = (word, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words[word])
  const part = name => parts.content.querySelector(`[data-part="${name}"]`).cloneNode(true)
  const own = lesson => '/lessons/sessions/' + lesson
  const kept = lesson => daywatchLessons.profile()?.lessons.find(l => l.id === lesson)
  const clock = (at, zone) => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit', timeZone: zone })
  const dayOf = (at, zone) => new Date(at).toLocaleDateString('en-CA', { timeZone: zone })
  const minutes = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000)

  /** The lesson as it stands: what the site said last, and what waits on this phone. */
  function standing(lesson, said) {
    const tapped = act => daywatchLessons.waiting(lesson).find(e => e.fields.act === act)?.fields.at
    return { begun: said.begun || tapped('BEGIN'), ended: said.ended || tapped('END'), written: Boolean(tapped('RECORD')) }
  }

  customElements.define('lesson-taps', class extends HTMLElement {
    connectedCallback() {
      if (this.dataset.taught) daywatchLessons.keepDraft(this.dataset.lesson, undefined)
      this.site = [...this.childNodes]
      this.addEventListener('submit', event => this.tapped(event))
      document.body.addEventListener('lessons-dropped', this)
      this.draw()
    }

    disconnectedCallback() { document.body.removeEventListener('lessons-dropped', this) }
    handleEvent() { this.draw() }

    draw() {
      const { lesson, zone } = this.dataset, waits = daywatchLessons.waiting(lesson).length > 0
      if (!waits && !shell) return this.replaceChildren(...this.site)
      const at = standing(lesson, this.dataset), name = at.written ? 'written' : at.ended ? 'over' : at.begun ? 'running' : this.dataset.today === 'false' ? 'late' : 'fresh'
      const drawn = part(name), said = drawn.querySelector('[data-said]'), toward = drawn.querySelector('a')
      if (said && name === 'running') said.textContent = say('since', clock(at.begun, zone), Math.max(0, minutes(at.begun, daywatchLessons.now())))
      if (said && name === 'over') said.textContent = say('taught', clock(at.begun, zone), clock(at.ended, zone), Math.max(1, minutes(at.begun, at.ended)))
      if (toward) toward.href = own(lesson) + '/record'
      for (const note of drawn.querySelectorAll('[data-unsent]')) note.hidden = !waits
      this.replaceChildren(drawn)
    }

    async tapped(event) {
      const { act } = event.target.dataset, { lesson } = this.dataset
      if (!act) return
      event.preventDefault()
      const id = daywatchLessons.tap(act, lesson, `${words[act.toLowerCase()]}: ${this.dataset.title}`)
      this.draw()
      this.querySelector('[data-part]')?.setAttribute('aria-busy', 'true')
      if (await daywatchLessons.left(id)) location.assign(act === 'END' ? own(lesson) + '/record' : own(lesson))
      else this.draw()
    }
  })

  /** The record: what is typed stays on the phone until it was sent, and is queued where there is no connection. */
  customElements.define('lesson-record', class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector('form')
      if (this.dataset.correction) return
      const draft = daywatchLessons.drafts()[this.dataset.lesson]
      if (draft && !this.querySelector('.usa-error-message')) this.fill(draft)
      this.form.addEventListener('input', () => daywatchLessons.keepDraft(this.dataset.lesson, this.fields()))
      this.form.addEventListener('submit', event => this.send(event))
    }

    fields() { return Object.fromEntries([...new FormData(this.form)].filter(([name]) => name !== '_csrf' && name !== '_once' && name !== 'form')) }

    fill(fields) {
      for (const control of this.form.elements) {
        if (!(control.name in fields) || control.type === 'hidden') continue
        if (control.type === 'radio') control.checked = control.value === fields[control.name]
        else control.value = fields[control.name]
      }
    }

    async send(event) {
      event.preventDefault()
      const button = this.form.querySelector('[type=submit]'), { lesson } = this.dataset
      button.disabled = true
      const online = !shell && await this.reached() && (daywatchLessons.waiting(lesson).length === 0 || await this.emptied())
      button.disabled = false
      if (online) return this.form.submit() // wrong input is shown at its field
      const wrong = this.wrong()
      if (wrong) return this.tell(wrong)
      daywatchLessons.tap('RECORD', lesson, `${words.record}: ${this.dataset.title}`, this.fields())
      daywatchLessons.keepDraft(lesson, undefined)
      location.assign('/lessons/sessions/today')
    }

    async reached() {
      try {
        const answer = await fetch('/lessons/sessions/mine', { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(4000) })
        return answer.ok && !answer.redirected
      } catch { return false }
    }

    async emptied() {
      daywatchLessons.send()
      return daywatchLessons.left(daywatchLessons.waiting(this.dataset.lesson).at(-1)?.fields.id)
    }

    /** What the site would ask for at once. */
    wrong() {
      const fields = this.fields(), number = (name, least, most) => /^[0-9]{1,5}$/.test(fields[name] ?? '') && +fields[name] >= least && +fields[name] <= most
      const marks = [...new Set([...this.form.elements].map(c => c.name).filter(name => /^mark[0-9]+$/.test(name)))], open = marks.find(name => !fields[name])
      if (!number('minutes', 1, 720)) return ['minutes', 'number']
      if (fields.people && !number('people', 0, 5000)) return ['people', 'number']
      if (fields.preparation && !number('preparation', 0, 720)) return ['preparation', 'number']
      if (open && marks.some(name => fields[name])) return [open, 'mark']
      return null
    }

    tell([name, word]) {
      this.querySelector('.lesson-wrong')?.remove()
      const control = this.form.elements[name], first = control instanceof RadioNodeList ? control[0] : control
      const said = Object.assign(document.createElement('p'), { className: 'usa-error-message lesson-wrong', textContent: words[word] })
      said.setAttribute('role', 'alert')
      const group = first.closest('fieldset, .usa-form-group, div') ?? this.form
      group.prepend(said)
      first.focus()
    }
  })

  /** A page without a connection: today's lessons, those that are not written down, or the record of one. */
  customElements.define('kept-lessons', class extends HTMLElement {
    connectedCallback() {
      document.body.addEventListener('lessons-sent', () => {
        if (!this.querySelector('lesson-record') && daywatchLessons.entries().length === 0) location.reload()
      })
      addEventListener('beforeunload', () => { this.leaving = true })
      addEventListener('online', () => this.back())
      const lessons = daywatchLessons.profile()?.lessons
      if (!lessons) return this.replaceChildren(part('unknown'))
      const [, id, record] = location.pathname.match(/^\/lessons\/sessions\/([0-9a-f-]{36})(\/record)?/) ?? [], one = lessons.find(l => l.id === id)
      if (one && record && !standing(id, one).written) this.record(one)
      else this.list(one ? [one] : lessons.filter(l => this.today(l) || l.open && l.day < this.dayAt(l)))
    }

    /** Only where the site answers: a radio that flickers must not take them away from where they go. */
    async back() {
      try {
        const answer = await fetch('/lessons/sessions/mine', { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(4000) })
        if (answer.ok && !this.leaving && !this.querySelector('lesson-record')) location.reload()
      } catch { /* not yet */ }
    }

    dayAt({ zone }) { return dayOf(daywatchLessons.now(), zone) }
    today(lesson) { return lesson.day === this.dayAt(lesson) }

    list(lessons) {
      if (lessons.length === 0) return this.replaceChildren(part('none'))
      this.replaceChildren(...lessons.map(lesson => {
        const card = part('card'), taps = card.querySelector('lesson-taps')
        const slides = card.querySelector('[data-slides]')
        slides.href = lesson.slides ?? ''
        slides.hidden = !lesson.slides
        const notes = card.querySelector('[data-notes]')
        notes.href = (lesson.slides ?? '').replace('/slides/1', '/teach')
        notes.hidden = !lesson.slides
        this.name(card, lesson)
        if (!lesson.open) taps.replaceWith(part('done'))
        else Object.assign(taps.dataset, { lesson: lesson.id, title: `${lesson.title}, ${lesson.label}`, zone: lesson.zone, begun: lesson.begun ?? '', ended: lesson.ended ?? '', today: this.today(lesson) })
        return card
      }))
    }

    name(drawn, lesson) {
      for (const place of drawn.querySelectorAll('[data-fill]')) place.textContent = lesson[place.dataset.fill]
    }

    record(lesson) {
      const drawn = part('record'), element = drawn.querySelector('lesson-record'), at = standing(lesson.id, lesson)
      this.name(drawn, lesson)
      Object.assign(element.dataset, { lesson: lesson.id, title: `${lesson.title}, ${lesson.label}` })
      element.querySelector('form').elements.minutes.value = at.begun && at.ended ? Math.min(720, Math.max(1, minutes(at.begun, at.ended))) : minutes(lesson.from, lesson.to)
      element.querySelector('[data-points]').replaceChildren(...lesson.points.map((point, i) => {
        const set = part('point')
        set.querySelector('legend').textContent = point
        for (const mark of set.querySelectorAll('input')) mark.name = 'mark' + i
        return set
      }))
      this.replaceChildren(drawn)
    }
  })
})()
