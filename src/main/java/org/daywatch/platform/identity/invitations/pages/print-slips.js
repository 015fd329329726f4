// The button that prints the slips. Without this file the browser's own printing does the same.
document.querySelectorAll('[data-print]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => print());
});
