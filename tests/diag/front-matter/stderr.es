content/documents/d24/en/01-results.md:1:1: error: los ajustes no se escriben entre +++ [front-matter]
    1 | +++
      | ^~~
  consejo: Los ajustes de un texto van al principio de su archivo, entre dos líneas de tres guiones: ---
content/pages/about/en.md:1:1: error: esto abre unos ajustes que no se cierran nunca [front-matter]
    1 | ---
      | ^~~
  consejo: Los ajustes de un texto van al principio de su archivo, entre dos líneas de tres guiones: ---
content/stories/open/en.md:1:1: error: esto abre unos ajustes que no se cierran nunca [front-matter]
    1 | ---
      | ^~~
  consejo: Los ajustes de un texto van al principio de su archivo, entre dos líneas de tres guiones: ---
3 errores
