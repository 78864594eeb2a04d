content/agreements/2024/bdt-2024-017.yaml:8:11: error: «partners» necesita al menos un elemento [empty-list]
    8 | partners: []
      |           ^~
  consejo: Escriba un elemento entre [ ]; u omita la clave, si es facultativa.
1 error
