// Seals what is sent to the door's key of the day, over and above TLS, and opens the answer (DoorKey and OpenedLetter
// in tips/sealing do the same on the other side). Without this forms go as they always did, and the page says so.
const sealing = (() => {
  const SEALED = 'application/x-daywatch-sealed', VERSION = 1, TAG = 16
  const SIZES = [16, 64, 256, 1024, 4096].map(size => size * 1024)
  const bytes = text => new TextEncoder().encode(text), text = bytes => new TextDecoder().decode(bytes)
  let known

  const can = () => window.isSecureContext && !!window.crypto.subtle && typeof hpke === 'object'

  // Kept for as long as the page stands; fetched anew where the door does not know it any more.
  function key() {
    return known ||= fetchKey().catch(failure => {
      known = undefined
      throw failure
    })
  }

  async function fetchKey() {
    if (!can()) throw new Error('unsealed')
    const answer = await fetch('/door.key', { cache: 'no-store', credentials: 'omit' })
    if (!answer.ok) throw new Error('network')
    const point = Uint8Array.from(atob((await answer.text()).trim()), sign => sign.charCodeAt(0))
    const suite = new hpke.CipherSuite({ kem: new hpke.DhkemP256HkdfSha256(), kdf: new hpke.HkdfSha256(), aead: new hpke.Aes128Gcm() })
    const name = new Uint8Array(await crypto.subtle.digest('SHA-256', point)).slice(0, 8)
    return { suite, name, recipientPublicKey: await suite.kem.deserializePublicKey(point.buffer) }
  }

  function joined(...parts) {
    const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
    parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
    return all
  }

  function filled(letter, around) {
    const size = SIZES.find(size => size >= 4 + letter.length + around)
    if (!size) throw new Error('long')
    const all = new Uint8Array(size - around)
    new DataView(all.buffer).setUint32(0, letter.length)
    all.set(letter, 4)
    return all
  }

  async function close({ suite, name, recipientPublicKey }, to, letter) {
    const sender = await suite.createSenderContext({ recipientPublicKey, info: bytes('daywatch tip door 1 form').buffer })
    const own = new Uint8Array(sender.enc), head = joined(Uint8Array.of(VERSION), name)
    const bound = joined(bytes(`POST ${to}\n`), head)
    const closed = await sender.seal(filled(letter, head.length + own.length + TAG).buffer, bound.buffer)
    return { body: joined(head, own, new Uint8Array(closed)), open: answer => open(sender, own, new Uint8Array(answer)) }
  }

  async function open(sender, own, answer) {
    const once = answer.slice(0, 16)
    const secret = await crypto.subtle.importKey('raw', await sender.export(bytes('daywatch tip door 1 answer').buffer, 16),
      'HKDF', false, ['deriveBits'])
    const part = (what, length) => crypto.subtle.deriveBits(
      { name: 'HKDF', hash: 'SHA-256', salt: joined(own, once), info: bytes(what) }, secret, length * 8)
    const key = await crypto.subtle.importKey('raw', await part('key', 16), 'AES-GCM', false, ['decrypt'])
    const all = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: await part('nonce', 12) }, key, answer.slice(16)))
    const letter = all.slice(4, 4 + new DataView(all.buffer).getUint32(0))
    const first = letter.indexOf(10), second = letter.indexOf(10, first + 1)
    return { status: Number(text(letter.slice(0, first))), html: text(letter.slice(second + 1)) }
  }

  // A door that does not open it may have another key since, or had this very body before: sealed anew it goes once more.
  async function send(to, head, form, signal) {
    const letter = joined(bytes(`${head}\n${form.headers.get('Content-Type')}\n`), new Uint8Array(await form.arrayBuffer()))
    for (let tried = 0; ; tried++) {
      const { body, open } = await close(await key(), to, letter)
      const answer = await fetch(to, { method: 'POST', headers: { 'Content-Type': SEALED }, body, signal, cache: 'no-store',
        credentials: 'omit', redirect: 'error' })
      if (answer.ok && answer.headers.get('Content-Type') === SEALED) return open(await answer.arrayBuffer())
      if (answer.status !== 400) throw new Error('network')
      if (tried) throw new Error('refused')
      known = undefined
    }
  }

  return { can, key, send }
})()
