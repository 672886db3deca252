// Block Kit's input elements. Each becomes {node, target, read, write, problem}: target takes the focus, read gives
// the value as it stands in a view's state, and write takes such a value back.

import { h, uniqueId } from "./dom.js";
import { rich } from "./mrkdwn.js";

const SINGLE_LINE = { email_text_input: "email", url_text_input: "url", number_input: "text" };
const CHOICES = { datepicker: ["date", "selected_date"], timepicker: ["time", "selected_time"] };

/** The control of an element, or null where the element takes no input. */
export function control(element, context, attributes = {}) {
  const ids = { "data-action-id": element.action_id, ...attributes };
  if (element.type === "plain_text_input" || SINGLE_LINE[element.type]) return textInput(element, ids);
  if (element.type === "rich_text_input") return richInput(element, ids);
  if (CHOICES[element.type]) return pickerInput(element, ids);
  if (element.type === "radio_buttons") return groupInput(element, context, ids, "radio");
  if (element.type === "checkboxes" || element.type === "multi_static_select") {
    return groupInput(element, context, ids, "checkbox");
  }
  if (/^(static|users|conversations|channels)_select$/.test(element.type)) return selectInput(element, context, ids);
  return null;
}

function textInput(element, ids) {
  const { type, multiline, min_length: min, max_length: max } = element;
  const shared = { ...ids, placeholder: element.placeholder?.text, autocomplete: "off", spellcheck: "false" };
  const node = multiline
    ? h("textarea", { ...shared, class: "field-input", rows: 4 })
    : h("input", {
        ...shared,
        class: "field-input",
        type: "text",
        inputmode: { email_text_input: "email", number_input: "decimal", url_text_input: "url" }[type],
      });
  node.value = element.initial_value ?? "";
  return {
    node,
    target: node,
    read: () => ({ type, value: node.value === "" ? null : node.value }),
    write: (state) => (node.value = state.value ?? ""),
    empty: () => node.value.trim() === "",
    problem() {
      if (node.value === "") return null;
      if (min && node.value.length < min) return `Please enter at least ${min} characters.`;
      if (max && node.value.length > max) return `Please shorten this by ${node.value.length - max} characters.`;
      return type === "number_input" ? numberProblem(node.value, element) : null;
    },
  };
}

function numberProblem(text, { is_decimal_allowed: decimal, min_value: min, max_value: max }) {
  if (!(decimal ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(text.trim())) {
    return decimal ? "Please enter a number." : "Please enter a whole number.";
  }
  if (min !== undefined && Number(text) < Number(min)) return `Please enter ${min} or more.`;
  if (max !== undefined && Number(text) > Number(max)) return `Please enter ${max} or less.`;
  return null;
}

function richInput(element, ids) {
  const input = textInput({ ...element, type: "plain_text_input", multiline: true, initial_value: "" }, ids);
  const block = (text) => ({
    type: "rich_text",
    elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
  });
  return {
    ...input,
    read: () => ({
      type: "rich_text_input",
      rich_text_value: input.node.value === "" ? null : block(input.node.value),
    }),
    write: (state) => (input.node.value = state.rich_text_value?.elements[0].elements[0].text ?? ""),
  };
}

function pickerInput(element, ids) {
  const [kind, field] = CHOICES[element.type];
  const node = h("input", { ...ids, class: "field-input", type: kind });
  node.value = element[`initial_${kind}`] ?? "";
  return {
    node,
    target: node,
    read: () => ({ type: element.type, [field]: node.value || null }),
    write: (state) => (node.value = state[field] ?? ""),
    empty: () => node.value === "",
    problem: () => null,
  };
}

const optionsOf = (element) => element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];

function selectInput(element, context, ids) {
  const listed = element.type === "static_select" ? element : { options: members(element, context) };
  const initial =
    element.initial_option?.value ?? element.initial_user ?? element.initial_conversation ?? element.initial_channel;
  const entry = (option) => h("option", { value: option.value, selected: option.value === initial }, option.text.text);
  const select = h(
    "select",
    ids,
    h("option", { value: "", selected: initial === undefined }, element.placeholder?.text ?? "Select an option"),
    listed.option_groups?.map((group) => h("optgroup", { label: group.label.text }, group.options.map(entry))),
    listed.options?.map(entry),
  );
  const field = element.type.replace(/s?_select$/, "");
  return {
    node: h("span", { class: "select" }, select),
    target: select,
    read() {
      const chosen = optionsOf(listed).find((option) => option.value === select.value) ?? null;
      return field === "static"
        ? { type: element.type, selected_option: chosen }
        : { type: element.type, [`selected_${field}`]: chosen?.value ?? null };
    },
    write: (state) =>
      (select.value = (field === "static" ? state.selected_option?.value : state[`selected_${field}`]) ?? ""),
    empty: () => select.value === "",
    problem: () => null,
  };
}

/** Slack's own user select leaves people of other organisations out. */
function members(element, context) {
  const entries =
    element.type === "users_select"
      ? [...context.people.values()].filter((one) => one.teamName === context.viewer.teamName)
      : context.channels;
  return entries.map((one) => ({ value: one.id, text: { text: one.name } }));
}

function groupInput(element, context, ids, kind) {
  const name = uniqueId("choice");
  const many = kind === "checkbox";
  const { "aria-describedby": describedBy, id, ...each } = ids;
  const initial = many ? (element.initial_options ?? []) : [element.initial_option ?? {}];
  const options = optionsOf(element);
  const boxes = options.map((option) =>
    h("input", {
      ...each,
      type: kind,
      name,
      value: option.value,
      checked: initial.some((one) => one.value === option.value),
    }),
  );
  const rows = options.map((option, index) =>
    h(
      "label",
      { class: "choice" },
      boxes[index],
      h(
        "span",
        {},
        rich(option.text, context),
        option.description && h("span", { class: "hint" }, rich(option.description, context)),
      ),
    ),
  );
  const node = h("div", { class: "choices", id, "aria-describedby": describedBy }, rows);
  const chosen = () => options.filter((_, index) => boxes[index].checked);
  return {
    node,
    target: boxes[0],
    grouped: true,
    read: () =>
      many
        ? { type: element.type, selected_options: chosen() }
        : { type: element.type, selected_option: chosen()[0] ?? null },
    write(state) {
      const values = (state.selected_options ?? [state.selected_option ?? {}]).map((option) => option.value);
      boxes.forEach((box) => (box.checked = values.includes(box.value)));
    },
    empty: () => chosen().length === 0,
    problem: () => null,
  };
}

/** What a press carries: the one chosen value, or several joined by commas. */
export function pressed(state) {
  const options = state.selected_options;
  if (options) return options.map((option) => option.value).join(",");
  if ("selected_option" in state) return state.selected_option?.value ?? null;
  return Object.entries(state).find(([name]) => name !== "type")?.[1] ?? null;
}
