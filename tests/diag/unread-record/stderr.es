content/agreements/2024/bdt-2024-031.yaml: error: accord no lee esto, de modo que nada de lo que contiene contaría: es una carpeta con nombre de archivo [unread-record]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/agreements/2024/bdt-2024-032.yaml.txt: error: accord no lee esto, de modo que nada de lo que contiene contaría: los nombres de archivo terminan aquí en .yaml [unread-record]
  consejo: Su nombre debería ser bdt-2024-032.yaml. Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/agreements/2024/q1: error: accord no lee esto, de modo que nada de lo que contiene contaría: los archivos van en carpetas de un solo nivel, no más adentro [unread-record]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/agreements/bdt-2024-033.yaml: error: accord no lee esto, de modo que nada de lo que contiene contaría: es una carpeta con nombre de archivo [unread-record]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/agreements/bdt-2024-033.yaml/notes.txt: error: accord no lee esto, de modo que nada de lo que contiene contaría: los nombres de archivo terminan aquí en .yaml [unread-record]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/agreements/bdt-2024-034.YAML: error: accord no lee esto, de modo que nada de lo que contiene contaría: los nombres de archivo terminan aquí en .yaml [unread-record]
  consejo: Su nombre debería ser bdt-2024-034.yaml. Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/partners/old: error: accord no lee esto, de modo que nada de lo que contiene contaría: aquí no se esperan carpetas [unread-record]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/partners/wmo.yml: error: accord no lee esto, de modo que nada de lo que contiene contaría: los nombres de archivo terminan aquí en .yaml [unread-record]
  consejo: Su nombre debería ser wmo.yaml. Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/rates/ecb.CSV: error: accord no lee esto, de modo que nada de lo que contiene contaría: los nombres de archivo terminan aquí en .csv [unread-record]
  consejo: Su nombre debería ser ecb.csv. Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
9 errores
