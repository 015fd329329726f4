// Photos that are not sent yet, in this device's own database: what is written down beside them lies in the queue and names them by its id.
globalThis.daywatchFiles = (() => {
  let opened
  const open = () => opened ??= new Promise((ok, no) => {
    const asked = indexedDB.open('daywatch-files', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('files')
    asked.onsuccess = () => { asked.result.onclose = () => { opened = undefined }; ok(asked.result) }
    asked.onerror = () => { opened = undefined; no(asked.error) }
  })
  async function stored(mode, work) {
    const transaction = (await open()).transaction('files', mode, { durability: 'strict' })
    const request = work(transaction.objectStore('files'))
    return new Promise((ok, no) => {
      transaction.oncomplete = () => ok(request.result)
      transaction.onerror = transaction.onabort = () => no(transaction.error)
    })
  }
  return {
    put: async (id, file) => {
      globalThis.navigator?.storage?.persist?.().catch(() => { /* then the browser may forget it when it runs out of room */ })
      await stored('readwrite', files => files.put(file, id))
    },
    get: id => stored('readonly', files => files.get(id)),
    drop: id => stored('readwrite', files => files.delete(id)).catch(() => { /* it lies there, and nobody names it */ })
  }
})()
