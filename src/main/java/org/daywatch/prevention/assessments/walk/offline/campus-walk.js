// A campus walked item by item. What is tapped is kept on the phone first and sent by the queue, so that it is the same with and without a connection. Around a page of the
// site it takes over its forms; in the shell, which knows nothing, it draws the items from what the phone keeps.
customElements.define('campus-walk', class extends HTMLElement {
  connectedCallback() {
    const { unsent, signin, refused, other, drop, link, lost } = this.dataset
    daywatchWalks.keepWords({ unsent, signin, refused, other, drop, link, lost })
    this.addEventListener('submit', event => this.submitted(event))
    document.body.addEventListener('assessments-sent', () => this.mark())
    document.body.addEventListener('assessments-dropped', () => this.mark())
    if (document.body.dataset.shell) this.draw()
    this.mark()
    if (!document.body.dataset.shell) daywatchWalks.refresh(true)
  }
  piece(name, inside = this) { return inside.querySelector(`[data-part="${name}"]`) }
  word(name, ...values) { return values.reduce((text, value, i) => text.replace(`{${i}}`, value), this.dataset[name]) }
  get person() { return document.body.dataset.person ?? daywatchWalks.profile()?.person }
  get articles() { return [...this.querySelectorAll('article[data-item]')] }
  kept(act) { return daywatchWalks.entries().filter(e => e.fields.act === act && e.fields.assessment === this.dataset.assessment && e.refused === undefined) }

  submitted(event) {
    const form = event.target, item = form.closest('[data-item]')?.dataset.item
    if (!item || !this.person) return
    event.preventDefault()
    if (form.dataset.form === 'answer') this.answered(form, item, event.submitter)
    else if (form.dataset.form === 'photo') this.photographed(form, item)
  }
  answered(form, item, button) {
    const answer = button?.value || form.elements.kept.value, said = name => form.elements[name]?.value.trim() ?? ''
    if (!answer) return
    const word = answer === 'UNKNOWN' ? this.dataset.back : form.querySelector(`.assess-answer[value="${answer}"]`).textContent
    this.add(item, { act: 'ANSWER', answer, evidence: said('evidence'), spot: said('spot'), place: said('place') }, word)
  }
  async photographed(form, item) {
    const [file] = form.elements.photo.files, id = this.uuid(), button = form.querySelector('button')
    if (!file) return
    button.disabled = true
    try {
      await daywatchFiles.put(id, await this.smaller(file))
      this.add(item, { id, act: 'PHOTO', caption: form.elements.caption.value.trim() }, this.dataset.photo, id)
      form.reset()
    } catch {
      form.submit() // a window that may keep nothing sends it at once
    }
    button.disabled = false
  }
  add(item, fields, word, file) {
    const { assessment } = this.dataset
    daywatchWalks.add({ person: this.person, title: `${item}: ${word}`, file, fields: { id: this.uuid(), assessment, item, at: new Date().toISOString(), ...fields } })
    this.mark()
  }
  /** Large enough to show what is wrong, and small enough for a weak connection; what cannot be drawn goes as it is. */
  async smaller(file) {
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }), scale = Math.min(1, 2000 / Math.max(picture.width, picture.height)), canvas = document.createElement('canvas')
      canvas.width = Math.round(picture.width * scale)
      canvas.height = Math.round(picture.height * scale)
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
      return await new Promise(ok => canvas.toBlob(blob => ok(blob ?? file), 'image/jpeg', 0.85))
    } catch { return file }
  }
  uuid() {
    if (crypto.randomUUID) return crypto.randomUUID()
    const b = crypto.getRandomValues(new Uint8Array(16)), hex = i => ((i === 6 ? b[i] & 15 | 64 : i === 8 ? b[i] & 63 | 128 : b[i]) + 256).toString(16).slice(1)
    return [...b.keys()].map(i => ([4, 6, 8, 10].includes(i) ? '-' : '') + hex(i)).join('')
  }

  /** What waits here stands on top of what the site said. */
  mark() {
    const answers = this.kept('ANSWER')
    for (const article of this.articles) {
      const last = answers.findLast(e => e.fields.item === article.dataset.item)
      const unsent = this.piece('unsent', article)
      if (!unsent) continue
      unsent.hidden = !last
      if (last) this.fill(article, last.fields)
      this.photos(article)
    }
    this.count()
  }
  fill(article, { answer, evidence, spot, place }) {
    const form = article.querySelector('[data-form="answer"]'), given = answer === 'UNKNOWN' ? '' : answer
    form.elements.kept.value = given
    for (const button of form.querySelectorAll('.assess-answer')) button.setAttribute('aria-pressed', String(button.value === given))
    for (const [name, value] of Object.entries({ evidence, spot, place })) if (form.elements[name] && document.activeElement !== form.elements[name]) form.elements[name].value = value
    this.piece('answered', form).hidden = !given
    this.piece('open', form).hidden = Boolean(given)
  }
  photos(article) {
    const list = this.piece('photos', article), waits = this.kept('PHOTO').filter(e => e.fields.item === article.dataset.item)
    for (const line of list.querySelectorAll('[data-photo]')) if (!waits.some(e => e.fields.id === line.dataset.photo)) line.querySelector('small').textContent = this.dataset.sent
    for (const { fields: { id, caption } } of waits) {
      if (list.querySelector(`[data-photo="${id}"]`)) continue
      const line = document.createElement('li'), name = document.createElement('span'), small = document.createElement('small')
      line.dataset.photo = id
      name.textContent = caption || this.dataset.photo
      small.textContent = this.dataset.waits
      line.append(name, ' ', small)
      list.append(line)
      this.thumb(id, line)
    }
    const count = this.piece('photo-count', article)
    if (count) count.textContent = list.children.length
  }
  async thumb(id, line) {
    try {
      const picture = await createImageBitmap(await daywatchFiles.get(id)), canvas = document.createElement('canvas')
      canvas.width = 120
      canvas.height = Math.round(120 * picture.height / picture.width)
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
      line.prepend(canvas)
    } catch { /* then its name stands alone */ }
  }
  count() {
    const given = this.articles.filter(a => a.querySelector('.assess-answer[aria-pressed="true"]')).length, { hidden, total, elsewhere, whole } = this.dataset
    const here = this.piece('here')
    if (!here || !this.querySelector('[data-form="answer"]')) return
    here.textContent = this.word('here', Number(hidden) + given, total)
    this.piece('all').textContent = this.word('all', Number(hidden) + given + Number(elsewhere), whole)
  }

  /** In the shell: the layer the address names, or what can be walked. */
  draw() {
    const [, id, , code] = location.pathname.match(/^\/assessments\/([0-9a-f-]{36})(\/walk\/([A-Z_]+))?/) ?? []
    const walks = daywatchWalks.profile()?.walks ?? [], walk = walks.find(w => w.id === id), layer = walk?.layers.find(l => l.code === code)
    this.piece('nothing').hidden = walks.length > 0
    if (!layer) return this.choose(walk ? [walk] : walks)
    this.dataset.assessment = walk.id
    const given = items => items.filter(i => this.standing(i).answer).length
    Object.assign(this.dataset, { total: layer.items.length, elsewhere: walk.layers.filter(l => l !== layer).reduce((sum, l) => sum + given(l.items), 0), whole: walk.layers.reduce((sum, l) => sum + l.items.length, 0) })
    this.piece('school').textContent = walk.school
    this.piece('school').href = `/assessments/${walk.id}`
    this.piece('name').textContent = layer.name
    this.piece('items').replaceChildren(...layer.items.map(item => this.article(item, walk.spots)))
    const next = walk.layers[walk.layers.indexOf(layer) + 1]
    this.piece('next').hidden = !next
    if (next) {
      this.piece('next').textContent = this.word('next', next.name)
      this.piece('next').href = `/assessments/${walk.id}/walk/${next.code}`
    }
    this.piece('layer').hidden = false
  }
  /** As the site knew it, or as it was answered since and waits. */
  standing(item) {
    const last = this.kept('ANSWER').findLast(e => e.fields.item === item.id)
    return last ? { ...last.fields, answer: last.fields.answer === 'UNKNOWN' ? '' : last.fields.answer } : item
  }
  article(item, spots) {
    const article = this.piece('item').content.firstElementChild.cloneNode(true), form = article.querySelector('[data-form="answer"]')
    article.dataset.item = item.id
    article.id = `item-${item.id}`
    for (const said of article.querySelectorAll('[data-said]')) said.textContent = item[said.dataset.said]
    form.elements.spot.append(...spots.map(s => new Option(s.label, s.value)))
    this.piece('spots', form).hidden = spots.length === 0
    this.piece('more', form).open = Boolean(item.evidence || item.place)
    this.fill(article, item)
    return article
  }
  choose(walks) {
    const list = this.piece('choice')
    list.replaceChildren(...walks.flatMap(walk => walk.layers.map(layer => {
      const line = document.createElement('li'), link = document.createElement('a'), small = document.createElement('small')
      this.dataset.assessment = walk.id
      link.href = `/assessments/${walk.id}/walk/${layer.code}`
      link.textContent = `${walk.school}: ${layer.name}`
      small.textContent = this.word('answered', layer.items.filter(i => this.standing(i).answer).length, layer.items.length)
      line.append(link, small)
      return line
    })))
    list.hidden = false
  }
})
