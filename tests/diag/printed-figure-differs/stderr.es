content/published/d25.yaml:5:43: advertencia: 2024.contributions.partners.millions se imprimió como 1.2; las fichas de hoy dan 1.1 [printed-figure-differs]
    5 |   2024.contributions.partners: {millions: 1.2}
      |                                           ^~~
  consejo: Si una ficha está mal, corríjala («accord explain 2024.contributions.partners.millions» nombra las que hay detrás de esta cifra). Si las fichas son correctas, diga por qué en «revisions» de content/documents/d25/document.yaml: {number: 1, date: ..., reason: ..., figures: {2024.contributions.partners: {millions: 1.1}}}. Si nunca se imprimió así, corríjalo aquí.
1 advertencia
