content/pages/about/en.md:4:1: error: el sitio no tiene ninguna página «agreements/bdt-2024-71» [dead-link]
    4 | [a](agreements/bdt-2024-71), [b](../regions/index.html), [c](partners/gsm/),
      | ^
  consejo: ¿quería decir «agreements/bdt-2024-017»? Una página se nombra por su ruta, sin lengua ni index.html: agreements/bdt-2024-017.
content/pages/about/en.md:4:30: error: el sitio no tiene ninguna página «../regions/index.html» [dead-link]
    4 | [a](agreements/bdt-2024-71), [b](../regions/index.html), [c](partners/gsm/),
      |                              ^
  consejo: ¿quería decir «regions»? Una página se nombra por su ruta, sin lengua ni index.html: agreements/bdt-2024-017.
content/pages/about/en.md:4:58: error: el sitio no tiene ninguna página «partners/gsm/» [dead-link]
    4 | [a](agreements/bdt-2024-71), [b](../regions/index.html), [c](partners/gsm/),
      |                                                          ^
  consejo: ¿quería decir «partners/gsma»? Una página se nombra por su ruta, sin lengua ni index.html: agreements/bdt-2024-017.
content/pages/about/en.md:5:1: error: el sitio no tiene ninguna página «../../../etc/passwd» [dead-link]
    5 | [d](../../../etc/passwd), [e](figures/2024.agreements.cuont), [f](data/partners.cvs)
      | ^
  consejo: Una página se nombra por su ruta, sin lengua ni index.html: agreements/bdt-2024-017.
content/pages/about/en.md:5:27: error: el sitio no tiene ninguna página «figures/2024.agreements.cuont» [dead-link]
    5 | [d](../../../etc/passwd), [e](figures/2024.agreements.cuont), [f](data/partners.cvs)
      |                           ^
  consejo: ¿quería decir «figures/2024.agreements.count»? Una página se nombra por su ruta, sin lengua ni index.html: agreements/bdt-2024-017.
content/pages/about/en.md:5:63: error: el sitio no tiene ninguna página «data/partners.cvs» [dead-link]
    5 | [d](../../../etc/passwd), [e](figures/2024.agreements.cuont), [f](data/partners.cvs)
      |                                                               ^
  consejo: ¿quería decir «data/partners.csv»? Una página se nombra por su ruta, sin lengua ni index.html: agreements/bdt-2024-017.
content/pages/contact/es.md: advertencia: textos que faltan en la lengua en: 1; los lectores los reciben en otra lengua [untranslated]
  consejo: «accord check --release --lang en» los enumera.
6 errores, 1 advertencia
