content/agreements/02025: advertencia: accord no lee esto: las carpetas llevan aquí el nombre de un año, como 2024 [unknown-file]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/agreements/1e3: advertencia: accord no lee esto: las carpetas llevan aquí el nombre de un año, como 2024 [unknown-file]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/agreements/2200: advertencia: accord no lee esto: las carpetas llevan aquí el nombre de un año, como 2024 [unknown-file]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/agrements: advertencia: accord no lee esto: el contenido no tiene ninguna carpeta con ese nombre [unknown-file]
  consejo: ¿quería decir «agreements»? Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/documents/d24/cover.png: advertencia: accord no lee esto: un documento tiene document.yaml, y sus textos en carpetas por lengua [unknown-file]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/documents/d24/de: advertencia: accord no lee esto: las carpetas llevan aquí el nombre de una lengua, como en [unknown-file]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/documents/d24/en/06-more.markdown: advertencia: accord no lee esto: los nombres de archivo terminan aquí en .md [unknown-file]
  consejo: Su nombre debería ser 06-more.md. Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/pages/about/old: advertencia: accord no lee esto: aquí no se esperan carpetas [unknown-file]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/pages/contact.md: advertencia: accord no lee esto: aquí solo se esperan carpetas [unknown-file]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/vocabulary/notes.md: advertencia: accord no lee esto: los nombres de archivo terminan aquí en .yaml [unknown-file]
  consejo: Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
content/vocabulary/region.yaml: advertencia: accord no lee esto: no hay ningún vocabulario con ese nombre [unknown-file]
  consejo: ¿quería decir regions.yaml? Cámbiele el nombre, muévalo a su sitio o sáquelo del contenido.
11 advertencias
