// None of this is needed; each part says what happens without it.

const door = location.pathname
const canSeal = typeof sealing === 'object' && sealing.can()
const LONGEST = 45000, LONGEST_KEY = 10000
let sealed = false, sending = false, plainly = false

// Everything that hangs on what is drawn: again after each answer that was drawn in place.
function bind() {
  // Without this the link leads away too; with it the page goes at once, and "Back" does not lead to it.
  const away = document.getElementById('away')
  away.addEventListener('click', event => {
    event.preventDefault()
    document.documentElement.hidden = true
    window.location.replace(away.href)
  })

  // A form that is sent twice is one tip by its number. The page is the same for everybody, so the number is made here;
  // without this it comes with the first answer.
  const write = document.getElementById('write')
  if (write && !write.elements.form.value) write.elements.form.value = number()

  // Digits that stand in the other form go along into the other language; without this they are typed once more.
  const other = document.querySelector('button[name=switch]'), digits = document.getElementById('receipt')
  if (other && digits && digits.form !== other.form) {
    other.addEventListener('click', () => {
      const along = Object.assign(document.createElement('input'), { type: 'hidden', name: 'receipt', value: digits.value })
      other.form.append(along)
    })
  }

  const chosen = document.getElementById('picture')
  if (chosen) chosen.addEventListener('change', () => smaller(chosen).catch(() => {}))

  // While many write at once: a number is found by trying, and what was sent goes by itself. Without this there is a line.
  const ticket = write && write.elements.ticket
  if (ticket && ticket.dataset.bits) solve(write, ticket.value, Number(ticket.dataset.bits), 0)

  sayWhich()
}

// Whether what is typed is sealed here or where it arrives.
function sayWhich() {
  for (const way of document.querySelectorAll('[data-way]')) way.hidden = (way.dataset.way === 'sealed') !== sealed
}

function number() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

// On a slow network less is sent: the picture is drawn small before it leaves. Without this it is when it has come.
async function smaller(chosen) {
  const file = chosen.files[0]
  if (!file || file.size < 150000) return
  const picture = await createImageBitmap(file), scale = Math.min(1, 1280 / Math.max(picture.width, picture.height))
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.ceil(picture.width * scale), height: Math.ceil(picture.height * scale) })
  const pen = canvas.getContext('2d')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const drawn = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85)), files = new DataTransfer()
  if (!drawn || drawn.size >= file.size || chosen.files[0] !== file) return
  files.items.add(new File([drawn], 'picture.jpg'))
  chosen.files = files.files
}

// What is typed goes sealed where the browser can; without this it goes as any form does, and the page says so.
if (canSeal) {
  sealing.key().then(nowSealed, () => {})
  document.addEventListener('submit', event => {
    if (plainly) return
    event.preventDefault()
    go(event.target, event.submitter)
  })
}

function nowSealed() {
  sealed = true
  sayWhich()
}

// Once at a time; the words stay until an answer is drawn in their place.
async function go(form, pressed) {
  if (sending) return
  sending = true
  const shown = pressed && !pressed.classList.contains('unseen') ? pressed : form.querySelector('button')
  const says = document.getElementById('says'), named = shown && shown.textContent
  const over = new AbortController(), timer = setTimeout(() => over.abort(), LONGEST)
  const fields = new FormData(form)
  if (pressed && pressed.name) fields.append(pressed.name, pressed.value)
  const to = new URL(pressed && pressed.hasAttribute('formaction') ? pressed.formAction : form.action).pathname
  const failed = document.getElementById('failed')
  if (failed) failed.remove()
  says.textContent = says.dataset.sending
  if (shown) shown.textContent = says.dataset.sending
  try {
    if (!sealed && !await Promise.race([sealing.key().then(() => true, () => false), later(LONGEST_KEY)])) return plain(form, pressed)
    sealed = true
    const inParts = (pressed && pressed.hasAttribute('formenctype') ? pressed.formEnctype : form.enctype) === 'multipart/form-data'
    draw(await sealing.send(door, to, new Response(inParts ? fields : line(fields)), over.signal))
  } catch (failure) {
    const words = says.dataset[over.signal.aborted ? 'slow' : failure.message] || says.dataset.network
    const said = Object.assign(document.createElement('p'), { id: 'failed', className: 'wrong', textContent: words })
    said.setAttribute('role', 'alert')
    const main = document.querySelector('main')
    if (shown && main.contains(shown)) shown.before(said)
    else main.prepend(said)
    said.scrollIntoView({ block: 'center' })
  } finally {
    clearTimeout(timer)
    sending = false
    says.textContent = ''
    if (shown) shown.textContent = named
  }
}

// As a browser makes it: of a file its name alone.
function line(fields) {
  return new URLSearchParams([...fields].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
}

function later(time) {
  return new Promise(resolve => setTimeout(() => resolve(false), time))
}

// The page said so: it is not sealed here. Only a page that never promised more comes here.
function plain(form, pressed) {
  plainly = true
  if (pressed) pressed.click()
  else form.submit()
}

// The next page in place of this one: no other line in the history, nothing in an address, and no script of it runs.
const policy = window.trustedTypes ? trustedTypes.createPolicy('door', { createHTML: html => html }) : { createHTML: html => html }

function draw({ html }) {
  const drawn = new DOMParser().parseFromString(policy.createHTML(html), 'text/html')
  document.documentElement.lang = drawn.documentElement.lang
  document.title = drawn.title
  document.body.replaceWith(document.adoptNode(drawn.body))
  history.replaceState(null, '', '/' + document.documentElement.lang)
  bind()
  scrollTo(0, 0)
  const first = document.querySelector('.notice') || document.querySelector('h1')
  first.tabIndex = -1
  first.focus({ preventScroll: true })
}

function solve(write, text, bits, from) {
  if (!write.isConnected) return
  if (sending) {
    setTimeout(() => solve(write, text, bits, from), 500)
    return
  }
  for (let tried = from; tried < from + 4000; tried++) {
    if (zeros(sha256(text + ':' + tried)) < bits) continue
    write.elements.proof.value = tried
    // A file stays behind when a page comes back: whoever chose one sends by themselves, with it.
    if (write.elements.picture.getAttribute('aria-invalid') === 'true') return
    if (canSeal) go(write, null)
    else write.submit()
    return
  }
  setTimeout(() => solve(write, text, bits, from + 4000))
}

function zeros(words) {
  return words[0] === 0 ? 32 + Math.clz32(words[1]) : Math.clz32(words[0])
}

// SHA-256 of at most 55 plain signs, as its first two words. The browser's own answers only over https, and slower.
const start = roots(1 / 2, 8), fixed = roots(1 / 3, 64), block = new Int32Array(64)

function sha256(text) {
  block.fill(0)
  for (let i = 0; i < text.length; i++) block[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3))
  block[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3))
  block[15] = text.length * 8
  for (let i = 16; i < 64; i++) {
    const a = block[i - 15], b = block[i - 2]
    block[i] = block[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >>> 3) + block[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ b >>> 10)
  }
  let a = start[0], b = start[1], c = start[2], d = start[3], e = start[4], f = start[5], g = start[6], h = start[7]
  for (let i = 0; i < 64; i++) {
    const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + fixed[i] + block[i] | 0
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0
    h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0
  }
  return [a + start[0] | 0, b + start[1] | 0]
}

function turn(word, by) {
  return word >>> by | word << 32 - by
}

// The first bits behind the point of the roots of the first primes, as the standard makes its constants.
function roots(power, count) {
  const primes = []
  for (let n = 2; primes.length < count; n++) if (primes.every(prime => n % prime)) primes.push(n)
  return Int32Array.from(primes, prime => (prime ** power % 1) * 2 ** 32 | 0)
}

bind()
