content/documents/da/document.yaml:6:8: error: no hay ningún estilo de documentos «reprot» [unknown-style]
    6 | style: reprot
      |        ^~~~~~
  consejo: ¿quería decir «report»? Los estilos son archivos de templates/document: report, series
content/documents/db/document.yaml:6:8: error: no hay ningún estilo de documentos «letter» [unknown-style]
    6 | style: letter
      |        ^~~~~~
  consejo: Los estilos son archivos de templates/document: report, series
templates/document/memo.yml: advertencia: accord no lee esto: los nombres de archivo terminan aquí en .yaml [unknown-file]
  consejo: Su nombre debería ser memo.yaml. Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
2 errores, 1 advertencia
