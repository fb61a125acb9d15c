// What the page consists of: in elements of its own, or in files beside it.

const element = (id) => document.getElementById(id);

const fileOf = async (href) => {
  const response = await fetch(href).catch(() => {
    throw new Refused("not loaded");
  });
  if (!response.ok) throw new Refused("not loaded");
  return response;
};
/** The text of a part that stands in the page, or else in a file. */
const textOf = async (part, href) => (part && !part.src ? part.textContent : (await fileOf(part?.src || href)).text());
/** A module: packed as it stands in the page, or the bytes of its file. */
const programOf = async (part) =>
  part.href ? { bytes: new Uint8Array(await (await fileOf(part.href)).arrayBuffer()) } : { text: part.textContent };

/** What this page consists of, but for its corpus: what a page that is saved from it consists of. */
const partsOfPage = async () => {
  const workbench = element("vademecum-workbench");
  const intake = element("vademecum-intake");
  const inside = document.querySelector("style");
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.href);
  const styles = inside ? [inside.textContent] : await Promise.all(sheets.map((href) => textOf(null, href)));
  return {
    boot: await textOf(element("vademecum-boot")),
    glue: workbench ? await textOf(null, workbench.dataset.script) : await textOf(element("vademecum-glue")),
    style: styles.join(""),
    program: await programOf(workbench ?? element("vademecum-wasm")),
    intakeScript: await textOf(element("vademecum-intake-script"), intake.dataset.script),
    intake: await programOf(intake),
  };
};
