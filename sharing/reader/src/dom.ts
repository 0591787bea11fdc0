/** Elements without markup: text goes in as text, whatever it holds. */

type Child = Node | string;

export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** Text of the record: set apart from its surroundings, so that right-to-left marks in it stay inside. */
export function bdi(text: string): HTMLElement {
  const element = document.createElement("bdi");
  element.textContent = text;
  return element;
}

/** A field that no browser remembers, corrects or translates. */
export function plainField<E extends HTMLInputElement | HTMLTextAreaElement>(field: E): E {
  field.autocomplete = "off";
  field.spellcheck = false;
  field.setAttribute("translate", "no");
  field.setAttribute("autocapitalize", "off");
  field.setAttribute("autocorrect", "off");
  return field;
}
