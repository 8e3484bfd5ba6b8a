// SPDX-License-Identifier: Apache-2.0
// The picture in a page of its own. Its script reads what the picture says (data-id, data-from,
// data-to: places in the list of contexts) and that list; names are only ever set as text, never as
// markup.
#include "meshwright/report/graphreport.h"

#include "json.h"

#include "meshwright/layout/graphpicture.h"

#include <string_view>

namespace meshwright::report {

namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bounded contexts</title>
<style>
  html, body { margin: 0; height: 100%; overflow: hidden; background: #f5f6f8;
    font: 14px/1.45 Inter, "Segoe UI", system-ui, "DejaVu Sans", sans-serif; color: #1e2330 }
  #picture { position: absolute; inset: 0; touch-action: none; cursor: grab }
  #picture.held { cursor: grabbing }
  #picture > svg { width: 100%; height: 100%; display: block }
  #bar { position: absolute; top: 12px; right: 12px; display: flex; gap: 8px; align-items: center }
  #bar input { width: 18em; padding: 6px 10px; border: 1px solid #c5ccd6; border-radius: 6px; font: inherit }
  #bar button { padding: 6px 12px; border: 1px solid #c5ccd6; border-radius: 6px; background: #fff; font: inherit; cursor: pointer }
  #bar input:focus-visible, #bar button:focus-visible, .context:focus-visible { outline: 2px solid #2563eb; outline-offset: 1px }
  #count { color: #5c6675; background: #f5f6f8cc; padding: 2px 6px; border-radius: 4px }
  #side { position: absolute; top: 56px; right: 12px; width: 22em; max-height: calc(100% - 80px); overflow: auto;
    background: #fff; border: 1px solid #e0e4ea; border-radius: 8px; padding: 14px 16px; box-shadow: 0 4px 18px #1e233022 }
  #side h2 { margin: 0 0 2px; font-size: 16px } #side h3 { margin: 12px 0 4px; font-size: 12px; color: #5c6675 }
  #side code, #side li { font: 12px/1.6 "JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere }
  #side ul { margin: 0; padding-left: 16px }
  .context { cursor: pointer }
  .pale { opacity: .13 }
  .found > .card { stroke: #2563eb; stroke-width: 2.5 }
</style>
</head>
<body>
<div id="picture">
)";

constexpr std::string_view middle = R"(</div>
<div id="bar"><span id="count" role="status"></span>
<input id="search" type="search" placeholder="Search contexts and topics" aria-label="Search contexts and topics">
<button id="all" type="button">Show all</button></div>
<aside id="side" hidden></aside>
<script id="topics" type="application/json">)";

constexpr std::string_view tail = R"(</script>
<script>
"use strict";
const topics = JSON.parse(document.getElementById("topics").textContent);
const holder = document.getElementById("picture"), svg = holder.querySelector("svg");
const search = document.getElementById("search"), count = document.getElementById("count");
const side = document.getElementById("side");
const contexts = [...svg.querySelectorAll(".context")], links = [...svg.querySelectorAll(".link")];
const whole = svg.getAttribute("viewBox").split(" ").map(Number);
let view = [...whole];
svg.removeAttribute("width");
svg.removeAttribute("height");

function show() { svg.setAttribute("viewBox", view.join(" ")); }
function pixel() { return 1 / Math.min(svg.clientWidth / view[2], svg.clientHeight / view[3]); }
function zoom(factor, x, y) {
  const size = Math.min(Math.max(view[2] * factor, whole[2] / 60), whole[2] * 2), by = size / view[2];
  const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
  view = [at.x - (at.x - view[0]) * by, at.y - (at.y - view[1]) * by, view[2] * by, view[3] * by];
  show();
}
holder.addEventListener("wheel", event => {
  event.preventDefault();
  zoom(Math.exp(event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX, event.clientY);
}, { passive: false });
let held = null;
holder.addEventListener("pointerdown", event => { held = [event.clientX, event.clientY, 0]; });
addEventListener("pointermove", event => {
  if (!held) return;
  const dx = event.clientX - held[0], dy = event.clientY - held[1], by = pixel();
  view[0] -= dx * by; view[1] -= dy * by;
  held = [event.clientX, event.clientY, held[2] + Math.abs(dx) + Math.abs(dy)];
  holder.classList.add("held");
  show();
});
let wasDragged = false;
addEventListener("pointerup", () => {
  wasDragged = held !== null && held[2] > 4;
  held = null;
  holder.classList.remove("held");
});

function keep(ids, found) {
  for (const each of contexts) {
    each.classList.toggle("pale", ids !== null && !ids.has(each.dataset.id));
    each.classList.toggle("found", found.has(each.dataset.id));
  }
  for (const link of links)
    link.classList.toggle("pale", ids !== null &&
      !(found.has(link.dataset.from) && ids.has(link.dataset.to)) &&
      !(found.has(link.dataset.to) && ids.has(link.dataset.from)));
}
function add(parent, tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}
function list(title, names) {
  if (!names.length) return;
  add(side, "h3", title);
  const items = document.createElement("ul");
  for (const name of names) add(items, "li", name);
  side.append(items);
}
function open(id) {
  const readers = links.filter(link => link.dataset.from === id).map(link => link.dataset.to);
  const sources = links.filter(link => link.dataset.to === id).map(link => link.dataset.from);
  keep(new Set([id, ...readers, ...sources]), new Set([id]));
  side.replaceChildren();
  add(side, "h2", topics[id].name);
  add(side, "code", topics[id].id);
  list("Owns", topics[id].owns.map(each => each.access + "  " + each.label));
  list("Read by", readers.map(each => topics[each].id));
  list("Reads from", sources.map(each => topics[each].id));
  side.hidden = false;
}
function all() {
  keep(null, new Set());
  side.hidden = true;
  count.textContent = "";
}
function find() {
  side.hidden = true;
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return all();
  const found = new Set(contexts.map(each => each.dataset.id).filter(id => {
    const text = [topics[id].id, topics[id].name, ...topics[id].owns.map(each => each.label)].join(" ").toLowerCase();
    return words.every(word => text.includes(word));
  }));
  keep(found, found);
  count.textContent = found.size + " of " + contexts.length;
}
for (const each of contexts) {
  each.setAttribute("tabindex", "0");
  each.setAttribute("role", "button");
  each.setAttribute("aria-label", topics[each.dataset.id].name);
  each.addEventListener("click", event => { if (!wasDragged) open(each.dataset.id); event.stopPropagation(); });
  each.addEventListener("keydown", event => { if (event.key === "Enter") open(each.dataset.id); });
}
holder.addEventListener("click", () => { if (!wasDragged) search.value ? find() : all(); });
search.addEventListener("input", find);
document.getElementById("all").addEventListener("click", () => { search.value = ""; view = [...whole]; show(); all(); });
addEventListener("keydown", event => {
  if (event.key === "Escape") { search.value = ""; all(); }
  if (event.target === search) return;
  const middle = [innerWidth / 2, innerHeight / 2];
  if (event.key === "+" || event.key === "=") zoom(0.8, ...middle);
  if (event.key === "-") zoom(1.25, ...middle);
  if (event.key === "/") { search.focus(); event.preventDefault(); }
});
</script>
</body>
</html>
)";

/// What stands within a script element can't end it: `<` is written as an escape of JSON.
std::string scriptJson(const Json &json)
{
    std::string text;
    for (const char c : json.dump(-1, ' ', false, Json::error_handler_t::replace))
        text += c == '<' ? std::string("\\u003c") : std::string(1, c);
    return text;
}

std::string topicsJson(const layout::GraphContent &content)
{
    Json json = Json::array();
    for (const layout::Card &card : content.cards) {
        Json owns = Json::array();
        for (const layout::TopicRow &row : card.topics)
            owns.push_back(
                {{"label", row.label},
                 {"access", row.access ? std::string(nameOf(*row.access)) : "owner only"}});
        json.push_back({{"id", card.id.value}, {"name", card.name}, {"owns", owns}});
    }
    return scriptJson(json);
}

} // namespace

std::string graphHtml(const layout::GraphContent &content, const layout::Picture &picture)
{
    std::string svg = graphSvg(content, picture);
    svg.erase(0, svg.find("<svg")); // without the line that makes it XML
    return std::string(head) + svg + std::string(middle) + topicsJson(content) + std::string(tail);
}

} // namespace meshwright::report
