// A tap on the plan writes where it was into the two fields; without script they are typed.
for (const sheet of document.querySelectorAll(".plan-point .plan-sheet")) {
  const form = document.querySelector(".plan-point form");
  const pin = sheet.querySelector(".plan-pin");
  const isPercent = typed => typed.trim() !== "" && Number(typed) >= 0 && Number(typed) <= 100;
  const show = () => {
    const at = {cx: form.elements.across.value, cy: form.elements.down.value};
    const known = Object.values(at).every(isPercent);
    pin.toggleAttribute("hidden", !known);
    if (known) for (const [name, percent] of Object.entries(at)) pin.setAttribute(name, `${Number(percent)}%`);
  };
  sheet.addEventListener("click", event => {
    const box = sheet.querySelector("img").getBoundingClientRect();
    const percent = (at, from, size) => (Math.min(100, Math.max(0, 100 * (at - from) / size))).toFixed(2);
    form.elements.across.value = percent(event.clientX, box.left, box.width);
    form.elements.down.value = percent(event.clientY, box.top, box.height);
    show();
  });
  form.addEventListener("input", show);
  show();
}
