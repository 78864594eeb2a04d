content/pages/contact/en.md: advertencia: esta página no tiene título [page-without-title]
  consejo: Escriba title: ... entre dos líneas --- al principio del archivo.
1 advertencia
