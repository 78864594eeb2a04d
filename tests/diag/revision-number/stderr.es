content/documents/d25/document.yaml:12:11: error: la revisión más reciente de la lista siguiente es 1, y no 2 [revision-number]
   12 | revision: 2
      |           ^
  consejo: Omita esta línea: el número se deduce de la lista.
1 error
