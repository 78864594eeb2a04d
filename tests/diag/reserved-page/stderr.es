content/pages/figures/en.md: error: el sitio ya tiene una carpeta «figures» propia [reserved-page]
  consejo: Dé otro nombre a la carpeta de esta página.
1 error
