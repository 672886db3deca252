// Block Kit to elements. The context carries what mrkdwn needs, and press(block, element, value, node) for what
// happens when somebody uses an element; in a view, register(block, element, control) as well.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { control, pressed } from "./inputs.js";
import { openMenu } from "./overlay.js";
import { mrkdwn, plain, rich } from "./mrkdwn.js";
import { richText } from "./richtext.js";

const BLOCKS = { section, header, context: contextBlock, divider, actions, image, rich_text: richText };

/** One block, or null for an input block or a type the page does not know. */
export function block(data, context) {
  const node = BLOCKS[data.type]?.(data, context);
  if (node) {
    node.classList.add("block", `block-${data.type}`);
    if (data.block_id) node.dataset.blockId = data.block_id;
  }
  return node ?? null;
}

export function blocks(list, context) {
  return list.map((data) => block(data, context));
}

function section(data, context) {
  const accessory = data.accessory && element(data.accessory, data, context);
  return h(
    "div",
    {},
    h(
      "div",
      { class: "section-text" },
      data.text && h("div", { class: "text" }, rich(data.text, context)),
      data.fields &&
        h(
          "div",
          { class: "fields" },
          data.fields.map((field) => h("div", { class: "text" }, rich(field, context))),
        ),
    ),
    accessory && h("div", { class: "accessory" }, accessory),
  );
}

function header(data) {
  return h("h3", {}, plain(data.text));
}

function contextBlock(data, context) {
  return h(
    "div",
    {},
    data.elements.map((one) =>
      one.type === "image" ? picture(one, "small") : h("div", { class: "text" }, rich(one, context)),
    ),
  );
}

function divider() {
  return h("hr");
}

function actions(data, context) {
  return h(
    "div",
    {},
    data.elements.map((one) => element(one, data, context)),
  );
}

function image(data) {
  return h("figure", {}, data.title && h("figcaption", {}, plain(data.title)), picture(data));
}

/** Pictures from elsewhere are not fetched: the page asks no other host for anything. */
function picture(data, size = "") {
  if (data.image_url?.startsWith("/sandbox/")) {
    return h("img", { src: data.image_url, alt: data.alt_text ?? "", class: size });
  }
  return h(
    "span",
    { class: `picture ${size}`, role: "img", "aria-label": data.alt_text ?? "Picture" },
    data.alt_text ?? "Picture",
  );
}

/** An element outside an input block. */
export function element(data, parent, context) {
  if (data.type === "button") return button(data, parent, context);
  if (data.type === "overflow") return overflow(data, parent, context);
  if (data.type === "image") return picture(data, "thumb");
  const input = control(data, context, { "aria-label": data.placeholder?.text ?? data.action_id });
  if (!input) return null;
  context.register?.(parent, data, input);
  let before = input.read();
  input.node.addEventListener("change", async () => {
    if (!data.confirm || (await context.confirm(data.confirm))) {
      before = input.read();
      context.press(parent, data, pressed(before), input.target);
    } else {
      input.write(before);
    }
  });
  return input.node;
}

function button(data, parent, context) {
  const open = async (event) => {
    const { currentTarget: node } = event;
    if (node.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    if (data.confirm) {
      event.preventDefault();
      if (!(await context.confirm(data.confirm))) return;
      if (data.url) context.openLink(data.url, null, node);
    } else if (data.url) {
      context.openLink(data.url, event, node);
    }
    context.press(parent, data, data.value ?? null, node);
  };
  const shared = {
    class: `button ${data.style ?? ""}`,
    "data-action-id": data.action_id,
    "aria-label": data.accessibility_label,
    click: open,
  };
  return data.url && /^https?:/i.test(data.url)
    ? h("a", { ...shared, href: data.url, target: "_blank", rel: "noopener noreferrer" }, plain(data.text), arrow())
    : h("button", { ...shared, type: "button" }, plain(data.text));
}

const arrow = () => h("span", { class: "leaves" }, icon("out"));

function overflow(data, parent, context) {
  const node = h(
    "button",
    {
      type: "button",
      class: "button more",
      "data-action-id": data.action_id,
      "aria-label": "More actions",
      "aria-haspopup": "menu",
      click: () => openMenu(node, data.options, (option) => choose(option)),
    },
    "•••",
  );
  async function choose(option) {
    if (data.confirm && !(await context.confirm(data.confirm))) return;
    if (option.url) context.openLink(option.url, null, node);
    context.press(parent, data, option.value ?? null, node);
  }
  return node;
}

/** The text of a message without blocks. */
export function messageText(text, context) {
  return h("div", { class: "block text" }, mrkdwn(text, context));
}
