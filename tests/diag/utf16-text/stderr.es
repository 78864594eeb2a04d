content/partners/gsma.yaml: error: este archivo está en UTF-16, y no en UTF-8 [utf16-text]
  consejo: Guárdelo con la codificación UTF-8; las hojas de cálculo lo llaman «CSV UTF-8», y no «Texto Unicode».
1 error
