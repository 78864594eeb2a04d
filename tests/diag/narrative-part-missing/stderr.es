content/documents/d24/document.yaml:1:5: advertencia: 02-two.md falta en la lengua es, pero existe en en [narrative-part-missing]
    1 | id: d24
      |     ^~~
  consejo: Al documento le faltaría una sección. Añada el archivo content/documents/d24/es/02-two.md.
1 advertencia
