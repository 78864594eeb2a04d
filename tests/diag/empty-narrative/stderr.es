content/documents/d24/en/01-results.md: advertencia: este archivo no contiene texto [empty-narrative]
  consejo: Escriba el texto, o elimine el archivo.
1 advertencia
