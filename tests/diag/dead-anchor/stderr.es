content/pages/about/en.md:5:53: error: la página «contact» no tiene ninguna sección «section-2» [dead-anchor]
    5 | [fine](contact#section-1), [fine](about#section-1), [lost](contact#section-2),
      |                                                     ^
  consejo: Enlace solo con la página, o con una sección por el identificador que figura en el HTML de la página.
content/pages/about/en.md:6:1: error: la página «agreements/bdt-2024-017» no tiene ninguna sección «nope» [dead-anchor]
    6 | [lost](agreements/bdt-2024-017#nope).
      | ^
  consejo: Enlace solo con la página, o con una sección por el identificador que figura en el HTML de la página.
content/pages/contact/en.md: advertencia: textos que faltan en la lengua es: 1; los lectores los reciben en otra lengua [untranslated]
  consejo: «accord check --release --lang es» los enumera.
2 errores, 1 advertencia
