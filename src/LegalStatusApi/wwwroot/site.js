// Every page works without this; it adds copying, and a slider beside the date of a map.
document.querySelectorAll('[data-copy]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const from = document.getElementById(button.dataset.copy);
    const said = button.textContent;
    try {
      await navigator.clipboard.writeText(from.value ?? from.textContent);
      button.textContent = 'Copied';
    } catch {
      from.focus();
      from.select?.();
      button.textContent = 'Select and copy';
    }
    setTimeout(() => { button.textContent = said; }, 2000);
  });
});
// A slider beside the date of a map. It only sets the date while it moves or is stepped by keys; the map is asked for when a finger or
// the mouse lets it go, with Enter, or by the button, so that nobody is taken to another page in the middle of a choice.
document.querySelectorAll('[data-slider]').forEach((place) => {
  const input = document.getElementById(place.dataset.slider);
  const day = 86400000;
  const [from, to] = [Date.parse(place.dataset.from), Date.parse(place.dataset.to)];
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = 0;
  slider.max = Math.round((to - from) / day);
  slider.value = Math.round((Date.parse(input.value) - from) / day);
  slider.setAttribute('aria-label', 'Law date of the map');
  const textOf = () => new Date(from + Number(slider.value) * day).toISOString().slice(0, 10);
  slider.setAttribute('aria-valuetext', input.value);
  let byHand = false;
  slider.addEventListener('pointerdown', () => { byHand = true; });
  slider.addEventListener('keydown', (event) => {
    byHand = false;
    if (event.key === 'Enter') input.form.requestSubmit();
  });
  slider.addEventListener('input', () => { input.value = textOf(); slider.setAttribute('aria-valuetext', input.value); });
  slider.addEventListener('change', () => { if (byHand) input.form.requestSubmit(); });
  input.addEventListener('input', () => { if (input.value) slider.value = Math.round((Date.parse(input.value) - from) / day); });
  place.append(slider);
});
document.querySelectorAll('textarea[data-count]').forEach((area) => {
  const said = document.getElementById(`${area.id}-count`);
  area.addEventListener('input', () => { said.textContent = `${[...area.value].length} of at most ${area.dataset.count} characters`; });
});
