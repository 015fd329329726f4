// The form of the log: a tap writes into the queue of this phone, and the page stays for the next one. Without this file the form posts as any other.
customElements.define('log-entry', class extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form')
    const { unsent, signin, refused, other, drop, link, mend } = this.dataset
    daywatchLog.keepWords({ unsent, signin, refused, other, drop, link, mend })
    if (document.body.dataset.shell) this.fromPhone()
    else daywatchLog.keepProfile({ person: document.body.dataset.person, lang: document.documentElement.lang, schools: [...this.form.elements.school.options].map(o => ({ id: o.value, name: o.textContent })) })
    this.form.addEventListener('submit', event => this.write(event))
    this.counter()
    this.again()
    addEventListener('hashchange', () => this.again())
  }

  /** What was not accepted stands in the form once more, with the day to be chosen; it leaves the phone when it is written down anew. */
  again() {
    const entry = daywatchLog.entries().find(e => location.hash === `#again-${e.fields.id}`)
    if (!entry) return
    for (const [name, value] of Object.entries(entry.fields)) {
      const field = this.form.elements[name]
      if (field && !['id', 'madeAt', 'minutes', 'other'].includes(name)) field.value = value
    }
    this.form.elements.other.value = entry.fields.other || entry.fields.minutes || ''
    this.querySelector('.log-said').hidden = true
    this.querySelector('.log-when').open = true
    this.form.elements.day.scrollIntoView({ block: 'center' })
    this.form.elements.day.focus({ preventScroll: true })
    this.mended = entry
  }

  /** A kept page: schools as they were when there was a connection. */
  fromPhone() {
    const profile = daywatchLog.profile()
    document.getElementById('log-unknown').hidden = Boolean(profile?.schools?.length)
    this.form.hidden = !profile?.schools?.length
    for (const school of profile?.schools ?? []) this.form.elements.school.append(new Option(school.name, school.id))
    this.person = profile?.person
  }

  counter() {
    const note = this.form.elements.note, left = this.querySelector('.log-left'), words = this.querySelector('.log-note').dataset.left
    note.addEventListener('input', () => {
      left.hidden = note.value === ''
      left.textContent = words.replace('{0}', note.maxLength - note.value.length)
    })
  }

  write(event) {
    const fields = Object.fromEntries(new FormData(this.form, event.submitter))
    if (!event.submitter?.value && !fields.other && !/^IMPROPER/.test(fields.kind ?? '')) return // the site says what is missing
    if (fields.correction || fields.day || fields.time) { // written afterward, at rest: wrong input is shown at its field
      if (this.mended && navigator.onLine) daywatchLog.drop(this.mended)
      return
    }
    if (document.querySelector('.log-form .usa-error-message')) return
    event.preventDefault()
    if (!fields.kind) {
      this.say(this.dataset.kind, true)
      document.getElementById('log-what').scrollIntoView()
      return
    }
    const missing = this.missing(fields)
    if (missing) {
      this.say(missing.dataset.missing ?? missing.labels[0].textContent, true)
      missing.focus()
      return
    }
    delete fields._csrf
    delete fields._once
    fields.id = crypto.randomUUID?.() ?? fields.id.slice(0, 24) + Date.now().toString(16).padStart(12, '0')
    fields.madeAt = new Date().toISOString()
    const kind = this.form.querySelector(`input[value="${fields.kind}"]`).nextElementSibling.textContent
    daywatchLog.add({ person: this.person ?? document.body.dataset.person, title: `${kind}, ${this.dataset.min.replace('{0}', fields.other || fields.minutes || 0)}`, fields })
    const school = fields.school
    if (this.mended) daywatchLog.drop(this.mended)
    this.mended = undefined
    this.form.reset()
    this.form.elements.school.value = school
    this.querySelector('.log-left').hidden = true
    this.say(`${this.dataset.written} ${kind}`)
  }

  /** What the site would ask for at once: a class with its heads, a reason for being away. */
  missing({ kind, label, people, reason }) {
    const lesson = kind === 'LESSON_COHORT' || kind === 'LESSON_UNIVERSAL', named = this.form.elements
    return lesson && !label.trim() ? named.label : lesson && !people.trim() ? named.people : kind === 'OFF_CAMPUS' && reason.trim().length < 5 ? named.reason : null
  }

  say(text, wrong = false) {
    const said = this.querySelector('.log-said')
    said.hidden = false
    said.classList.toggle('log-said-wrong', wrong)
    said.textContent = text
  }
})
