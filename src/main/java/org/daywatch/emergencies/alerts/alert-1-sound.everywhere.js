// Each action has its own rhythm; a drill begins with the word itself. Beside the sound: vibration, text and sign.
(() => {
  // [hertz, milliseconds of tone, milliseconds of silence]
  const rhythms = {
    LOCKDOWN: [[880, 140, 60], [880, 140, 60], [880, 140, 300]],
    SECURE: [[440, 500, 150], [660, 500, 400]],
    HOLD: [[520, 900, 700]],
    EVACUATE: [[500, 250, 0], [700, 250, 0], [900, 250, 350]],
    SHELTER: [[900, 300, 0], [600, 300, 0], [300, 600, 350]],
    HELP_MEDICAL: [[740, 120, 120], [740, 120, 700]],
    HELP_FIGHT: [[330, 120, 120], [330, 120, 120], [330, 120, 700]],
    HELP_BEHAVIOR: [[590, 300, 900]],
  }
  let audio

  function tones(action, times) {
    audio ??= new AudioContext()
    audio.resume?.().catch(() => {})
    let at = audio.currentTime + 0.05
    for (let round = 0; round < times; round++) {
      for (const [hertz, tone, silence] of rhythms[action]) {
        const source = audio.createOscillator(), volume = audio.createGain()
        source.type = action === 'LOCKDOWN' ? 'square' : 'sine'
        source.frequency.value = hertz
        volume.gain.setValueAtTime(0.0001, at)
        volume.gain.exponentialRampToValueAtTime(0.4, at + 0.02)
        volume.gain.setValueAtTime(0.4, at + Math.max(0.03, tone / 1000 - 0.03))
        volume.gain.exponentialRampToValueAtTime(0.0001, at + tone / 1000)
        source.connect(volume).connect(audio.destination)
        source.start(at)
        source.stop(at + tone / 1000)
        at += (tone + silence) / 1000
      }
    }
  }

  function speak(text, lang, then) {
    if (!globalThis.speechSynthesis || !text) return then()
    const said = new SpeechSynthesisUtterance(text)
    let done = false
    const once = () => { if (!done) { done = true; then() } }
    said.lang = lang
    said.onend = said.onerror = once
    setTimeout(once, 2500) // a browser without a voice says nothing
    speechSynthesis.speak(said)
  }

  globalThis.daywatchAlerts = {
    /** Once each time people are told what to do. A TEST is silent. */
    sound(alert, words) {
      if (alert.status === 'TEST') return
      try {
        // Not held back by "reduced motion", which is about the eye: for whoever hears nothing it is the signal.
        navigator.vibrate?.(rhythms[alert.action].flatMap(([, tone, silence]) => [tone, Math.max(40, silence)]))
        const play = () => { try { tones(alert.action, alert.status === 'ACTUAL' ? 4 : 2) } catch { /* no sound card */ } }
        if (alert.status === 'EXERCISE') speak(words['drill.spoken'], words.lang, play)
        else play()
      } catch { /* a browser that plays nothing before the first touch still shows everything */ }
    },
    /** Whatever the reader touches first wakes the sound. */
    wake() {
      addEventListener('pointerdown', () => { try { audio ??= new AudioContext(); audio.resume?.() } catch { /* silent */ } }, { once: true })
    },
  }
})()
