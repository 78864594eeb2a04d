content/documents/d30/document.yaml: error: no se puede leer este archivo: es una carpeta [file-unreadable]
  consejo: Compruebe que existe con este nombre y que tiene permiso para leerlo.
content/documents/d30/document.yaml: advertencia: accord no lee esto: las carpetas llevan aquí el nombre de una lengua, como en [unknown-file]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
1 error, 1 advertencia
