content/published/d25.yaml:7:19: advertencia: el puesto 1 de 2024.partners se imprimió como «gsma»; hoy es "unicef" [printed-ranking-differs]
    7 |   2024.partners: [gsma]
      |                   ^~~~
  consejo: Si una ficha está mal, corríjala («accord explain 2024.partners.gsma.contributions» nombra las que hay detrás de esta cifra). Si nunca se imprimió así, corríjalo aquí.
1 advertencia
