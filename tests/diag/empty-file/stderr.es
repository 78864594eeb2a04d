content/partners/gsma.yaml: error: este archivo está vacío [empty-file]
  consejo: Rellénelo, o elimínelo si no hace falta.
1 error
