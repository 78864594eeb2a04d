content/pages/about/en.md:6:19: error: «agreements-list» no tiene ninguna columna «tittle» [unknown-column]
    6 | columns: [number, tittle, usd]
      |                   ^~~~~~
  consejo: ¿quería decir «title»? Tiene estas: number, title, title_objective, objective, signatories, kind, amends, signed, in_force, ends, regions, signed_value, usd, changes, status.
content/pages/about/en.md:7:10: error: «agreements-list» no tiene ninguna columna «objectiv» [unknown-column]
    7 | labels: {objectiv: Purpose}
      |          ^~~~~~~~
  consejo: ¿quería decir «objective»? Tiene estas: number, title, title_objective, objective, signatories, kind, amends, signed, in_force, ends, regions, signed_value, usd, changes, status.
content/pages/about/en.md:13:26: error: «financial-partners» no tiene ninguna columna «objective» [unknown-column]
   13 | columns: [rank, partner, objective]
      |                          ^~~~~~~~~
  consejo: Tiene estas: rank, partner, type, membership, country, usd, percent.
3 errores
