content/agreements/2024/bdt-2024-017.yaml:4:3: error: este texto está vacío [empty-text]
    4 |   es:
      |   ^~
  consejo: Escriba el texto, u omita su lengua o su clave.
content/partners/unicef.yaml:3:8: error: este texto está vacío [empty-text]
    3 | short: ""
      |        ^~
  consejo: Escriba el texto, u omita su lengua o su clave.
2 errores
