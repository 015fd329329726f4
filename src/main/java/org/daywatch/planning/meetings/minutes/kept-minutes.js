// What is typed into minutes stays on this device until the server has it: without a connection, after a crash, after a wrong tap.
// Without this file the form posts as any other.
customElements.define('kept-minutes', class extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form')
    this.key = 'daywatch.minutes.' + this.dataset.key
    this.banner = this.querySelector('[data-banner]')
    this.bring()
    this.form.addEventListener('input', () => this.keep())
    this.form.addEventListener('submit', event => this.send(event))
    this.again = () => { if (this.waiting) this.form.requestSubmit(this.waiting) }
    addEventListener('online', this.again)
  }

  disconnectedCallback() {
    removeEventListener('online', this.again)
  }

  fields() {
    return [...this.form.elements].filter(e => e.name && (e.type !== 'hidden' || e.name.startsWith('m-')) && e.type !== 'submit' && e.type !== 'button')
  }

  /** What lies here from before comes back, with the mark of the text its writer had seen. */
  bring() {
    let kept
    try { kept = JSON.parse(localStorage.getItem(this.key)) } catch { kept = null }
    if (!kept) return
    for (const e of this.fields()) {
      const value = kept[e.name]
      if (e.type === 'radio') e.checked = value === e.value || (value === undefined && e.checked)
      else if (e.type === 'checkbox') e.checked = value === true
      else if (value !== undefined) e.value = value
    }
    this.say(this.dataset.found)
  }

  keep() {
    const kept = {}
    for (const e of this.fields()) {
      if (e.type === 'radio') { if (e.checked) kept[e.name] = e.value }
      else kept[e.name] = e.type === 'checkbox' ? e.checked : e.value
    }
    localStorage.setItem(this.key, JSON.stringify(kept))
  }

  async send(event) {
    event.preventDefault()
    this.keep()
    const button = event.submitter
    try {
      const answer = await fetch(this.form.action, { method: 'POST', body: new URLSearchParams(new FormData(this.form, button)), redirect: 'manual' })
      if (answer.type === 'opaqueredirect') {
        this.waiting = null
        localStorage.removeItem(this.key)
        location.assign(button?.value === 'close' ? this.dataset.done.replace(/\/minutes$/, '') : this.dataset.done)
        return
      }
      if (answer.status === 400 || answer.status === 409) { // what is wrong is shown by the page itself; what was typed goes along
        const act = Object.assign(document.createElement('input'), { type: 'hidden', name: 'act', value: button?.value ?? 'save' })
        this.form.append(act)
        this.form.submit()
        return
      }
    } catch { /* no connection: it stays here */ }
    this.waiting = button
    this.say(this.dataset.unsent)
  }

  say(words) {
    this.banner.textContent = words
    this.banner.hidden = false
  }
})
