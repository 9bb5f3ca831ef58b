(function () {
  "use strict";
  const marked = Array.from(document.querySelectorAll("[data-line]"));
  let pinned = null;

  function light(number) {
    marked.forEach(function (it) { it.classList.toggle("on", it.dataset.line === number); });
  }

  function lineOf(event) {
    const it = event.target.closest("[data-line]");
    return it ? it.dataset.line : null;
  }

  function look(event) {
    light(lineOf(event) || pinned);
  }

  // A click holds the line, and shows its counterparts where they are out of sight.
  function pin(event) {
    const number = lineOf(event);
    pinned = number === pinned ? null : number;
    light(pinned || number);
    if (pinned) {
      const others = marked.filter(function (it) {
        return it.dataset.line === number ? it.closest(".shown, .pane.mine") : false;
      });
      others.forEach(function (it) { it.scrollIntoView({ block: "nearest", inline: "nearest" }); });
    }
  }

  document.addEventListener("mouseover", look);
  document.addEventListener("focusin", look);
  document.addEventListener("click", function (event) {
    const tab = event.target.closest("[role=tab]");
    if (tab) {
      document.querySelectorAll("[role=tab]").forEach(function (it) {
        it.setAttribute("aria-selected", String(it === tab));
      });
      document.querySelectorAll(".member").forEach(function (it) {
        it.classList.toggle("shown", it.id === tab.getAttribute("aria-controls"));
      });
    } else if (lineOf(event)) {
      pin(event);
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter") {
      if (lineOf(event)) { pin(event); }
    }
  });
})();
