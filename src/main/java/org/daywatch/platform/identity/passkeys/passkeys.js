// Passkeys: one element for signing in, proving again and adding. Everything it offers has a way without script beside it.
class PasskeyButton extends HTMLElement {
  connectedCallback() {
    const able = window.isSecureContext && window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON;
    if (!able || location.origin !== this.dataset.address) return; // the way without passkey is on the page
    this.removeAttribute('hidden');
    const button = this.querySelector('button');
    button.hidden = false;
    button.addEventListener('click', () => this.ceremony(button));
  }

  async ceremony(button) {
    button.disabled = true;
    this.say('');
    try {
      const question = await this.post(this.dataset.question, {});
      const credential = this.dataset.adds === undefined
        ? await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question.publicKey) })
        : await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question.publicKey) });
      const label = this.querySelector('input[name=label]');
      const done = await this.post(this.dataset.answer, {
        ceremony: question.ceremony, to: this.dataset.to, label: label ? label.value : '', credential: credential.toJSON(),
      });
      location.assign(done.to);
    } catch (failure) {
      button.disabled = false;
      if (failure.stepUp) location.assign('/sign-in/again?to=' + encodeURIComponent(location.pathname));
      // A person who closes the browser's own dialogue has decided; that is no error.
      else this.say(failure.name === 'NotAllowedError' ? this.dataset.cancelled : failure.sentence || this.dataset.failed);
    }
  }

  async post(address, body) {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-XSRF-TOKEN': this.dataset.csrf },
      body: JSON.stringify(body),
    });
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    throw Object.assign(new Error(), { stepUp: response.status === 401 && answer.type === '/problems/step-up-needed', sentence: answer.detail });
  }

  say(sentence) {
    this.querySelector('[role=status]').textContent = sentence;
  }
}
customElements.define('passkey-button', PasskeyButton);
