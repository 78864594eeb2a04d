content/pages/about/en.md:3:1: advertencia: un título de nivel 3 sigue a uno de nivel 1 [heading-level]
    3 | ### Too deep
      | ^
  consejo: Ponga un # más que el título anterior, no varios.
1 advertencia
