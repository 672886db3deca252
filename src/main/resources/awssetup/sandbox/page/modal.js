// The modals of one person: the stack that Slack shows, the top one in sight.

import { ViewForm } from "./form.js";

export class Modals {
  constructor(layer, owner) {
    this.layer = layer;
    this.owner = owner;
    this.forms = new Map();
    this.top = null;
  }

  update(views, context) {
    const ids = new Set(views.map((view) => view.id));
    for (const [id, form] of this.forms) {
      if (ids.has(id)) continue;
      form.node.remove();
      this.forms.delete(id);
    }
    for (const view of views) {
      if (!this.forms.has(view.id)) {
        const form = new ViewForm(this.owner, view);
        this.forms.set(view.id, form);
        this.layer.append(form.node);
      }
      this.forms.get(view.id).update(view, context);
    }
    const top = views.length ? this.forms.get(views[views.length - 1].id) : null;
    for (const form of this.forms.values()) form.node.hidden = form !== top;
    if (top !== this.top) this.moveFocus(top);
  }

  moveFocus(top) {
    const active = document.activeElement;
    const free = !active || active === document.body || this.owner.node.contains(active);
    if (!this.top) this.returnTo = this.owner.node.contains(active) ? active : null;
    this.top = top;
    this.owner.coverWithModal(Boolean(top));
    if (!free) return;
    if (top) top.focusFirst();
    else if (this.returnTo?.isConnected) this.returnTo.focus();
    else this.owner.focusComposer();
  }
}
