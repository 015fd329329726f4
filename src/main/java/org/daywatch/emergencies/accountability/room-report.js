// Keeps a report until the server has it: what was pressed without a connection stays on this phone, shown as not sent, and goes out by
// itself. Each report carries an id, so sending it twice counts once. Without this file the form posts as any other.
const KEPT = 'daywatch.room-reports';

customElements.define('room-report', class extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    form.addEventListener('submit', event => this.keep(event, form));
    form.addEventListener('change', () => this.others(form));
    addEventListener('online', () => this.send());
    this.timer = setInterval(() => this.send(), 5000);
    this.show();
    this.send();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  // Whoever is marked otherwise stays so when all the others are said to be here at one tap.
  others(form) {
    const everybody = form.elements.everybody, all = form.querySelectorAll('.roll-person').length;
    const otherwise = form.querySelectorAll('.roll-person input:checked:not([value="PRESENT"])').length;
    everybody.textContent = otherwise === 0 ? everybody.dataset.everybody : everybody.dataset.others.replace('{0}', all - otherwise);
  }

  waiting() {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) ?? [];
    } catch {
      return [];
    }
  }

  keep(event, form) {
    if (form.elements.paperTime) return; // typed in at a desk, with what is wrong shown at its field
    event.preventDefault();
    form.elements.saidAt.value = new Date().toISOString();
    const data = new FormData(form, event.submitter);
    const all = [...this.waiting(), { to: form.getAttribute('action'), body: new URLSearchParams(data).toString() }];
    localStorage.setItem(KEPT, JSON.stringify(all));
    this.show();
    this.send(true);
  }

  async send(pressed = false) {
    if (this.sending) return;
    this.sending = true;
    let sent = 0;
    try {
      for (let all = this.waiting(); all.length > 0; all = this.waiting()) {
        const answer = await fetch(all[0].to, { method: 'POST', body: all[0].body, redirect: 'manual', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
        if (answer.type !== 'opaqueredirect' && !answer.ok && answer.status !== 400 && answer.status !== 404) break; // later
        this.refused = answer.status === 400 || answer.status === 404;
        localStorage.setItem(KEPT, JSON.stringify(this.waiting().slice(1)));
        sent++;
      }
    } catch { /* no connection: it stays where it is */ }
    this.sending = false;
    this.show();
    if (sent > 0 && !this.refused && this.waiting().length === 0) location.assign(this.querySelector('form').getAttribute('action'));
  }

  show() {
    const banner = this.querySelector('[data-banner]');
    const count = this.waiting().length;
    banner.hidden = count === 0 && !this.refused;
    banner.textContent = this.refused ? this.dataset.refused : this.dataset.unsent;
  }
});
