content/partners/gsma.yaml: error: este archivo está vacío [empty-file]
  consejo: Rellénelo o elimínelo.
1 error
