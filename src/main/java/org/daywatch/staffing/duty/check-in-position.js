// Reads the position once, at the punch, and only when the officer presses the button for it. Without this file the
// desk's code does the same work.
customElements.define('check-in-position', class extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('[data-locate]');
    if (!button || !('geolocation' in navigator)) return;
    button.hidden = false;
    button.addEventListener('click', () => this.locate(button));
  }

  locate(button) {
    const says = this.querySelector('[data-position]');
    const form = this.querySelector('form');
    says.hidden = false;
    says.textContent = says.dataset.asking;
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(({ coords, timestamp }) => {
      form.elements.latitude.value = coords.latitude;
      form.elements.longitude.value = coords.longitude;
      form.elements.accuracy.value = coords.accuracy;
      form.elements.taken.value = Math.round(timestamp);
      form.requestSubmit();
    }, () => {
      says.textContent = says.dataset.none;
      button.disabled = false;
      form.elements.code.focus();
    }, { enableHighAccuracy: true, timeout: 15000, maximumAge: 0 });
  }
});
