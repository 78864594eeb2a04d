content/documents/d24/en/01-results.md:3:1: advertencia: «chrt» no es un bloque que muestre algo [unknown-block]
    3 | ```chrt
      | ^
  consejo: ¿quería decir «chart»?
1 advertencia
