content/documents/d25/document.yaml:13:5: error: la revisión 1 del 2025-03-31 no puede ir después de la publicación del 2025-04-01 [revision-order]
   13 |   - number: 1
      |     ^
  consejo: Las revisiones van de la más antigua a la más reciente, cada una con un número mayor que el de la anterior, y ninguna es anterior a esta ni a la primera publicación.
1 error
