content/published/d25.yaml:4:24: advertencia: 2023.partners.count se imprimió como 12; las fichas de hoy no lo dan [printed-figure-unknown]
    4 |   2023.partners.count: 12
      |                        ^~
  consejo: Registre los acuerdos de sus años, o un historial que lo dé; o quítelo de aquí si nunca se imprimió.
1 advertencia
