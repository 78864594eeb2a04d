content/pages/regions/AFX/en.md: error: no hay ninguna página «regions/AFX» en la que pueda ir este texto [unknown-page]
  consejo: ¿quería decir «regions/AFR»? Un texto va en la página que tiene su ruta: pages/regions/AFR/en.md en la de una región.
content/pages/regions/AFX/es.md: error: no hay ninguna página «regions/AFX» en la que pueda ir este texto [unknown-page]
  consejo: ¿quería decir «regions/AFR»? Un texto va en la página que tiene su ruta: pages/regions/AFR/en.md en la de una región.
content/pages/years/2031/en.md: error: no hay ninguna página «years/2031» en la que pueda ir este texto [unknown-page]
  consejo: Un texto va en la página que tiene su ruta: pages/regions/AFR/en.md en la de una región.
content/pages/years/2031/es.md: error: no hay ninguna página «years/2031» en la que pueda ir este texto [unknown-page]
  consejo: Un texto va en la página que tiene su ruta: pages/regions/AFR/en.md en la de una región.
4 errores
