content/pages/figures/en.md: error: el sitio ya tiene una carpeta «figures» propia [reserved-page]
  consejo: Dé otro nombre a la carpeta de esta página.
content/pages/targets/en.md: error: el sitio ya tiene una carpeta «targets» propia [reserved-page]
  consejo: Dé otro nombre a la carpeta de esta página.
2 errores
