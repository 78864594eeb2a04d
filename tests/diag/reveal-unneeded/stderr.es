content/site.yaml:13:12: advertencia: «2024.contributions.itu» no revela ningún acuerdo interno, de modo que no hace falta aquí [reveal-unneeded]
   13 |   reveal: [2024.contributions.itu, 2024.regions.EUR.contribution]
      |            ^~~~~~~~~~~~~~~~~~~~~~
  consejo: Quítelo; si no, podría dejar pasar alguno más adelante.
content/site.yaml:13:36: error: cifra desconocida «2024.regions.EUR.contribution» [no-such-figure]
   13 |   reveal: [2024.contributions.itu, 2024.regions.EUR.contribution]
      |                                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: ¿quería decir «2024.regions.EUR.contributions»?
1 error, 1 advertencia
