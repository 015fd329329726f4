// Dragging an officer onto a place: the rules answer while they are held over it, and the drop pins them. Without this file the
// page of each place does the same with a form.
customElements.define('schedule-grid', class extends HTMLElement {
  connectedCallback() {
    this.addEventListener('dragstart', event => this.take(event))
    this.addEventListener('dragover', event => this.over(event))
    this.addEventListener('drop', event => this.drop(event))
    this.addEventListener('dragend', () => this.done())
  }

  take(event) {
    const officer = event.target.closest?.('[data-officer]')
    if (!officer || !this.dataset.roster) return
    this.held = officer.dataset.officer
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', officer.dataset.name)
  }

  over(event) {
    const place = event.target.closest?.('[data-post]')
    if (!this.held || !place) return
    if (place !== this.place) this.ask(place)
    if (this.may) event.preventDefault()
  }

  async ask(place) {
    this.place?.classList.remove('rosters-may', 'rosters-may-not')
    this.place = place
    this.may = false
    this.say(this.dataset.asking)
    const answer = await fetch(`/rosters/${this.dataset.roster}/places/${place.dataset.post}/verdict?officer=${this.held}`)
    if (this.place !== place || !this.held) return
    if (!answer.ok) return this.done()
    this.say(await answer.text(), true)
    this.may = this.querySelector('[data-verdict] [data-may]')?.dataset.may === 'true'
    place.classList.add(this.may ? 'rosters-may' : 'rosters-may-not')
  }

  say(words, html) {
    const box = this.querySelector('[data-verdict]')
    box.hidden = false
    if (html) box.innerHTML = words
    else box.textContent = words
  }

  drop(event) {
    if (!this.held || !this.may) return
    event.preventDefault()
    const form = this.querySelector('form[data-pin]')
    form.action = `/rosters/${this.dataset.roster}/places/${this.place.dataset.post}/pin`
    form.elements.officer.value = this.held
    form.requestSubmit()
  }

  done() {
    this.place?.classList.remove('rosters-may', 'rosters-may-not')
    this.place = this.held = null
    this.may = false
    this.querySelector('[data-verdict]').hidden = true
  }
})
