content/documents/d25/document.yaml:17:47: advertencia: 2024.contributions.partners.millions se revisó a 1.3 en la revisión 1; las fichas de hoy dan 1.1 [revised-figure-differs]
   17 |       2024.contributions.partners: {millions: 1.3}
      |                                               ^~~
  consejo: Si una ficha está mal, corríjala («accord explain 2024.contributions.partners.millions» nombra las que hay detrás de esta cifra). Si las fichas son correctas, diga por qué en «revisions» de content/documents/d25/document.yaml: {number: 2, date: ..., reason: ..., figures: {2024.contributions.partners: {millions: 1.1}}}, o en la más reciente mientras no se publique. Si nunca se imprimió así, corríjalo aquí.
1 advertencia
