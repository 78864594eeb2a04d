content/agreements/2024/bdt-2024-017.yaml:10:60: advertencia: los 1000000.00 USD anotados difieren en más del 1 % de los 1071811.36 USD al tipo de cambio de la fecha [usd-far-from-rate]
   10 |   - {from: unicef, amount: 1000000.00, currency: EUR, usd: 1000000.00}
      |                                                            ^~~~~~~~~~
  consejo: El tipo de cambio de EUR está vigente desde el 2024-05-01. Se usa el valor anotado. Corríjalo, o corrija el importe, la moneda o el tipo de cambio, si están mal.
content/published/d25.yaml:5:43: advertencia: 2024.contributions.partners.millions se imprimió como 1.1; las fichas de hoy dan 1.0 [printed-figure-differs]
    5 |   2024.contributions.partners: {millions: 1.1}
      |                                           ^~~
  consejo: Si una ficha está mal, corríjala («accord explain 2024.contributions.partners.millions» nombra las que hay detrás de esta cifra). Si nunca se imprimió así, corríjalo aquí.
2 advertencias
