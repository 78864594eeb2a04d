content/site.yaml: error: falta este archivo: contiene los ajustes del sitio [file-missing]
  consejo: Créelo; content/README.md muestra lo que contiene.
content/vocabulary/regions.yaml: error: falta este archivo: contiene las regiones, en su orden [file-missing]
  consejo: Créelo; content/README.md muestra lo que contiene.
2 errores
