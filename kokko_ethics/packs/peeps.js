// Renders figures of the npm package react-peeps as SVG, without React: a stand-in for its createElement writes the tags.
// Arguments: the package's folder. Standard input: a list of figures as JSON. Standard output: a list of SVG texts.
const Module = require("module");
const escape = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const named = (name) => ({ fillRule: "fill-rule", strokeWidth: "stroke-width", strokeLinecap: "stroke-linecap" })[name] || name;

function createElement(type, props, ...children) {
  if (typeof type === "function") return type({ ...props, children });
  const attributes = Object.entries(props || {}).filter(([name, value]) => typeof value !== "object" && value !== undefined);
  const written = attributes.map(([name, value]) => ` ${named(name)}="${escape(value)}"`).join("");
  return `<${type}${written}>${children.flat(9).filter((child) => typeof child === "string").join("")}</${type}>`;
}

const React = { createElement, useMemo: (make) => make(), Fragment: ({ children }) => children.flat(9).join("") };
React.default = React;
const load = Module._load;
Module._load = (name, ...rest) => (name === "react" ? React : load(name, ...rest));

const Peep = require(`${process.argv[2]}/lib/peeps`).default;
const wanted = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(wanted.map((figure) => Peep({ ...figure, viewBox: { x: 0, y: 0, width: 4000, height: 4000 } }))));
