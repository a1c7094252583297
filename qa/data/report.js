const cases = [...document.querySelectorAll(".case")];
const selects = [...document.querySelectorAll("[data-filter]")];
const search = document.getElementById("search");
const shown = document.getElementById("shown");

function filter() {
  const wanted = search.value.trim().toLowerCase();
  let count = 0;
  for (const entry of cases) {
    const kept = selects.every((select) => !select.value || entry.dataset[select.dataset.filter] === select.value);
    entry.hidden = !(kept && (!wanted || entry.textContent.toLowerCase().includes(wanted)));
    count += entry.hidden ? 0 : 1;
  }
  shown.textContent = count;
}

for (const control of [...selects, search]) control.addEventListener("input", filter);
document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
