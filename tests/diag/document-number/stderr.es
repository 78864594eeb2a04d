content/documents/d24/document.yaml:9:12: error: «languages» necesita al menos un elemento [empty-list]
    9 | languages: []
      |            ^~
  consejo: Escriba un elemento entre [ ]; u omita la clave, si es facultativa.
content/documents/d24/document.yaml:12:18: error: «abc» no es un número entero de 1 a 99999 [bad-number]
   12 | document_number: abc
      |                  ^~~
  consejo: Escríbalo en cifras, sin signos ni espacios.
2 errores
