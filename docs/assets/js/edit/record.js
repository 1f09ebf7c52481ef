/**
 * The file that is being edited: its text, what was built in, and changes to it. A change that would come out
 * as anything but what was meant is refused, and the text stays as it is.
 */

import { particle } from "../particle.js";
import * as yamlChange from "./change.js";
import { check } from "./check.js";
import { at as yamlAt, parse, plain } from "./document.js";
import { oneLine } from "./write.js";

const change = yamlChange;
const SOUND = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function sorted(_, value) {
  const group = value !== null && typeof value === "object" && !Array.isArray(value);
  return group
    ? Object.fromEntries(Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1)))
    : value;
}

export class Editing {
  /**
   * `data`: a kind's data; `record`: one of its records; `text`: of its file; `page`: ids and their names.
   */
  constructor(data, record, text, page) {
    this.data = data;
    this.record = record;
    this.page = page;
    this.root = record.index === null ? [] : [record.index];
    this.known = Object.fromEntries(
      Object.entries(page.known).map(([target, ids]) => [target, Object.keys(ids)]),
    );
    this.schema = record.index === null ? data.schema : data.schema.items;
    this.original = data.files[record.file] ?? ""; // a file that is new here
    this.take(text);
  }

  take(text) {
    this.tree = parse(text);
    this.text = text;
  }

  get changed() {
    return this.text !== this.original;
  }

  node(path) {
    return yamlAt(this.tree, path);
  }

  problems() {
    return [...this.misnamed(), ...this.found()];
  }

  /** That a record's id is another's, or not what its file is called. */
  misnamed() {
    const { file } = this.record;
    const name = file.split("/").at(-1).replace(/\.yaml$/, "");
    const id = this.data.home === "folder" ? this.node(["id"])?.value : name;
    if (id === name || !SOUND.test(String(id ?? ""))) return [];
    const other = this.data.records.find((one) => one.id === id && one.file !== file);
    const message = other
      ? `id '${id}'${particle(String(id), "이/가")} 이미 있어요(${other.file}). 다른 이름을 써 주세요.`
      : `id는 파일 이름과 같아야 해요. '${name}'(으)로 쓰거나 파일 이름을 바꿔 주세요.`;
    return [{ path: ["id"], message, told: message }];
  }

  found() {
    return check(this.schema, this.node(this.root), this.root, {
      root: this.data.schema,
      known: this.known,
      page: this.page,
      tree: this.tree,
      kind: this.data.id,
    });
  }

  /** Makes a change, if it comes out as `intend` makes it of the plain values. Returns whether it did. */
  try(make, intend) {
    const meant = plain(this.tree);
    intend(meant);
    let text = "";
    try {
      text = make(this.text);
      if (JSON.stringify(plain(parse(text)), sorted) !== JSON.stringify(meant, sorted)) return false;
    } catch {
      return false; // no YAML came out
    }
    this.take(this.headed(text));
    return true;
  }

  /** A new file begins with what the record is called, as the files beside it do. */
  headed(text) {
    const { title, named } = this.data;
    const name = yamlAt(parse(text), [named]);
    if (this.original || !text.startsWith(`# ${title}: `) || name?.kind !== "scalar" || name.value === "") {
      return text;
    }
    return text.replace(/^.*/, () => `# ${title}: ${oneLine(String(name.value)).trim()}`);
  }

  /** Writes a value at a path; `order`: the fields of the group, for a field that is not there yet. */
  set(path, value, order) {
    const [above, key] = [path.slice(0, -1), path.at(-1)];
    const put = (root) => {
      above.reduce((part, step) => part[step], root)[key] = value;
    };
    return this.try(
      (
        text,
      ) => (this.node(path) ? this.write(text, path, value) : change.add(text, above, key, value, order)),
      put,
    );
  }

  /** The value that was built in comes back as it was written, with its quotes or without. */
  write(text, path, value) {
    const [was, now] = [
      this.original ? yamlAt(parse(this.original), path) : undefined,
      yamlAt(parse(text), path),
    ];
    const same = was?.kind === "scalar" && now.kind === "scalar" && was.block === now.block &&
      plain(was) === value;
    return same
      ? text.slice(0, now.start) + this.original.slice(was.start, was.end) + text.slice(now.end)
      : change.set(text, path, value, { plainly: !was?.quoted });
  }

  drop(path) {
    const [above, key] = [path.slice(0, -1), path.at(-1)];
    return this.try((text) => change.drop(text, above, key), (root) => {
      delete above.reduce((part, step) => part[step], root)[key];
    });
  }

  rename(path, name) {
    const [above, key] = [path.slice(0, -1), path.at(-1)];
    return this.try((text) => change.rename(text, above, key, name), (root) => {
      const group = above.reduce((part, step) => part[step], root);
      group[name] = group[key];
      delete group[key];
    });
  }

  list(path, make, intend) {
    return this.try(make, (root) => intend(path.reduce((part, step) => part[step], root)));
  }

  append(path, value) {
    return this.list(path, (text) => change.append(text, path, value), (items) => items.push(value));
  }

  remove(path, index) {
    return this.list(path, (text) => change.remove(text, path, index), (items) => items.splice(index, 1));
  }

  swap(path, index) {
    return this.list(
      path,
      (text) => change.swap(text, path, index),
      (items) => items.splice(index, 2, items[index + 1], items[index]),
    );
  }

  /** One group where several may stand becomes a list of one. */
  asList(path) {
    const [above, key] = [path.slice(0, -1), path.at(-1)];
    return this.try((text) => change.asList(text, path), (root) => {
      const group = above.reduce((part, step) => part[step], root);
      group[key] = [group[key]];
    });
  }
}
