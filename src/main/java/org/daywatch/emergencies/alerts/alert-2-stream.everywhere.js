// An event stream whose token travels in a header: an address stands in the logs of whatever lies between. To the page it is an EventSource.
(() => {
  class LaneStream extends EventTarget {
    readyState = EventSource.CONNECTING
    #last = ''
    #pause = 3000
    #stop

    constructor(url, token) {
      super()
      this.#listen(url, token)
    }

    close() {
      this.readyState = EventSource.CLOSED
      this.#stop?.abort()
    }

    /** Comes back after every break, but not where it was refused: then only another token helps, or another node. */
    async #listen(url, token) {
      while (this.readyState !== EventSource.CLOSED) {
        this.#stop = new AbortController()
        try {
          const headers = { Accept: 'text/event-stream', Authorization: 'Bearer ' + token }
          if (this.#last) headers['Last-Event-ID'] = this.#last
          const answer = await fetch(url, { headers, cache: 'no-store', credentials: 'omit', signal: this.#stop.signal })
          if (answer.ok) {
            this.readyState = EventSource.OPEN
            this.onopen?.()
            await this.#read(answer.body.getReader())
          } else this.readyState = EventSource.CLOSED
        } catch { /* no way there, or closed */ }
        if (this.readyState === EventSource.OPEN) this.readyState = EventSource.CONNECTING
        if (!this.#stop.signal.aborted) this.onerror?.()
        if (this.readyState !== EventSource.CLOSED) await new Promise(done => setTimeout(done, this.#pause))
      }
    }

    async #read(reader) {
      const text = new TextDecoder()
      let rest = '', event = {}
      for (let part; !(part = await reader.read()).done;) {
        const lines = (rest + text.decode(part.value, { stream: true })).split('\n')
        rest = lines.pop()
        for (const line of lines) event = this.#line(line, event)
      }
    }

    #line(line, event) {
      const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? []
      if (name === 'retry') this.#pause = Number(value) || this.#pause
      else if (name === 'id') this.#last = value
      else if (name === 'event' || name === 'data') event[name] = value
      else if (line === '') {
        if (event.data !== undefined) this.dispatchEvent(new MessageEvent(event.event ?? 'message', { data: event.data, lastEventId: this.#last }))
        return {}
      }
      return event
    }
  }
  globalThis.LaneStream = LaneStream
})()
