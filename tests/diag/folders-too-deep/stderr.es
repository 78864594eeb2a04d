content/pages/regions/AFR/4: advertencia: accord no lee esto: aquí no se esperan carpetas [unknown-file]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/pages/regions/AFR/4/5/6/7/8/9: error: esta carpeta está dentro de demasiadas otras, una dentro de otra [folders-too-deep]
  consejo: Ningún archivo se lee a más de tres carpetas de profundidad: súbalo, o sáquelo de aquí.
1 error, 1 advertencia
