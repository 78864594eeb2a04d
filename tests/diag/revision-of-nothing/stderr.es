content/documents/d25/document.yaml:17:7: error: 2024.contributions.partners.usd no está entre las cifras impresas de content/published/d25.yaml, de modo que no hay nada que revisar [revision-of-nothing]
   17 |       2024.contributions.partners: {usd: 1102251.08}
      |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: «accord freeze d25» registra lo que imprime un documento cuando se publica.
content/documents/d25/document.yaml:19:7: error: 2023.partners no está entre las cifras impresas de content/published/d25.yaml, de modo que no hay nada que revisar [revision-of-nothing]
   19 |       2023.partners: [unicef]
      |       ^~~~~~~~~~~~~
  consejo: «accord freeze d25» registra lo que imprime un documento cuando se publica.
2 errores
