// A school's position on a map. Nothing is asked of the outside service before the person presses Show map; without this file, or
// where the map cannot be loaded, the two numbers are typed or pasted.
customElements.define('school-map', class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest('form')
    this.hidden = false
    const show = this.part('show'), here = this.part('here')
    show?.addEventListener('click', () => { this.say(''); this.open(true); this.show() })
    this.part('middle').addEventListener('click', () => { this.write(this.map.getCenter().wrap()); this.sayWhere(); this.marker.getElement().focus() })
    if (navigator.geolocation) { here.hidden = false; here.addEventListener('click', () => this.locate(here)) }
    this.form.addEventListener('input', event => { this.takePasted(event.target); this.follow() })
  }

  part(name) { return this.querySelector(`[data-${name}]`) }
  field(name) { return this.form.elements.namedItem(name) }
  text(name, values = {}) { return Object.entries(values).reduce((said, [key, value]) => said.replace(`{${key}}`, value), this.dataset[name]) }
  say(text) { const says = this.part('says'); says.hidden = !text; says.textContent = text }

  /** Both numbers at once, as online maps copy them. */
  takePasted(field) {
    const both = field === this.field('latitude') && field.value.match(/^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/)
    if (both) { field.value = both[1]; this.field('longitude').value = both[2] }
  }

  /** Where the fields say it is; null while they say nothing that can be meant. */
  typed() {
    const [lat, lng] = ['latitude', 'longitude'].map(name => this.field(name).value.trim())
    if (!lat || !lng || !(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) return null
    return { lat: Number(lat), lng: Number(lng) }
  }

  write({ lat, lng }) {
    this.field('latitude').value = lat.toFixed(6)
    this.field('longitude').value = lng.toFixed(6)
    this.follow()
  }

  radius() {
    const feet = Number(this.field('radius')?.value)
    return feet > 0 ? feet * 0.3048 : Number(this.dataset.radius)
  }

  corners() {
    const lines = (this.field('boundary')?.value ?? '').split('\n').map(line => line.trim().split(/[,;\s]+/).map(Number))
    const corners = lines.filter(corner => corner.length === 2 && corner.every(Number.isFinite))
    return corners.length >= 3 ? corners : []
  }

  /** The map is there, or its button is. */
  open(opened) {
    for (const name of ['show', 'lead']) this.part(name).hidden = opened
    for (const name of ['canvas', 'help', 'middle']) this.part(name).hidden = !opened
  }

  async show() {
    try {
      if (!window.L) await Promise.all([this.load('link', { rel: 'stylesheet', href: this.dataset.leaflet + 'leaflet.css' }), this.load('script', { src: this.dataset.leaflet + 'leaflet.js' })])
      this.draw(this.part('canvas'))
      await this.begin()
      this.pictures()
    } catch {
      this.giveUp()
    }
  }

  /** A click on a map without pictures would set a point nobody sees, so it is put away; the button tries again. */
  giveUp() {
    this.map?.remove()
    this.map = this.marker = this.area = null
    this.open(false)
    this.say(this.text('unloaded'))
  }

  load(name, attributes) {
    return new Promise((done, failed) => {
      const element = Object.assign(document.createElement(name), attributes)
      element.addEventListener('load', done)
      element.addEventListener('error', failed)
      document.head.append(element)
    })
  }

  draw(canvas) {
    L.Icon.Default.imagePath = this.dataset.leaflet + 'images/'
    this.map = L.map(canvas, { zoomControl: false, doubleClickZoom: false })
    L.control.zoom({ zoomInTitle: this.dataset.closer, zoomOutTitle: this.dataset.farther }).addTo(this.map)
    this.map.attributionControl.setPrefix(false)
    this.map.on('click', event => { this.write(event.latlng.wrap()); this.sayWhere() })
  }

  /** At the point where there is one, else where the site says. */
  async begin() {
    const at = this.typed()
    if (at) { this.map.setView(at, 16); return this.follow() }
    const asked = new URLSearchParams()
    for (const name of ['district', 'zip', 'state']) asked.set(name, this.field(name)?.value || this.dataset[name] || '')
    asked.set('school', this.dataset.school || '')
    const start = await (await fetch('/schools/map-start?' + asked)).json()
    this.map.fitBounds([[start.south, start.west], [start.north, start.east]], { maxZoom: start.zoom, padding: [24, 24] })
  }

  /** Where none of them come, there is no map. */
  pictures() {
    const credit = document.createElement('span')
    credit.textContent = this.dataset.credit
    const tiles = L.tileLayer(this.dataset.tiles, { maxZoom: 19, maxNativeZoom: Number(this.dataset.deepest), referrerPolicy: 'no-referrer', attribution: credit.innerHTML })
    const map = this.map
    let loaded = false, waiting = 0
    const missing = () => { if (!loaded && map === this.map) this.giveUp() }
    tiles.on('tileload', () => { loaded = true })
    tiles.on('tileloadstart', () => { waiting++ })
    tiles.on('tileload tileerror', () => { if (--waiting === 0) missing() })
    setTimeout(missing, 10000)
    tiles.addTo(map)
  }

  /** The marker and the circle stand where the fields say. */
  follow() {
    if (!this.map) return
    const at = this.typed()
    if (!at) { this.marker?.remove(); this.area?.remove(); this.marker = this.area = null; return }
    if (this.marker) this.marker.setLatLng(at)
    else this.place(at)
    this.area?.remove()
    const corners = this.corners(), look = { color: '#005ea2', weight: 2, fillOpacity: 0.12, interactive: false }
    this.area = (corners.length ? L.polygon(corners, look) : L.circle(at, { ...look, radius: this.radius() })).addTo(this.map)
    if (!this.map.getBounds().contains(at)) this.map.setView(at, Math.max(this.map.getZoom(), 14))
  }

  place(at) {
    this.marker = L.marker(at, { draggable: true, autoPan: true, alt: this.dataset.point, title: this.dataset.point }).addTo(this.map)
    this.marker.on('drag', () => this.write(this.marker.getLatLng().wrap()))
    this.marker.on('dragend', () => this.sayWhere())
    this.marker.getElement().addEventListener('keydown', event => this.step(event))
  }

  /** Arrow keys move the focused point by two pixels, with Shift by twenty. */
  step(event) {
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key]
    if (!way) return
    event.preventDefault()
    event.stopPropagation()
    const far = event.shiftKey ? 20 : 2
    const from = this.map.latLngToContainerPoint(this.marker.getLatLng())
    this.write(this.map.containerPointToLatLng(from.add([way[0] * far, way[1] * far])).wrap())
    this.map.panInside(this.marker.getLatLng(), { padding: [32, 32], animate: false })
    this.sayWhere()
  }

  sayWhere() {
    this.say(this.text('set', { latitude: this.field('latitude').value, longitude: this.field('longitude').value }))
  }

  locate(button) {
    this.say(this.dataset.asking)
    button.disabled = true
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      button.disabled = false
      this.write({ lat: coords.latitude, lng: coords.longitude })
      const feet = Math.round(coords.accuracy / 0.3048).toLocaleString(document.documentElement.lang)
      this.say(this.text('within', { feet }))
    }, () => { button.disabled = false; this.say(this.dataset.nowhere) }, { enableHighAccuracy: true, timeout: 15000, maximumAge: 0 })
  }
})
