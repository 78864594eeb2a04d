content/pages/about/en.md:4:7: error: no hay chart con el nombre «agreements-by-regoin» [unknown-show]
    4 | show: agreements-by-regoin
      |       ^~~~~~~~~~~~~~~~~~~~
  consejo: ¿quería decir «agreements-by-region»? Elija entre: agreements-by-region, contributions-by-region, by-region, agreements-by-priority, contributions-by-priority, by-priority, partners-by-type, contributions-by-type, top-partners, trend.
content/pages/about/en.md:9:7: error: no hay table con el nombre «everything» [unknown-show]
    9 | show: everything
      |       ^~~~~~~~~~
  consejo: Elija entre: top-partners, by-region, by-priority, by-type, by-kind, memberships, trend, agreements-list, agreements-by-group, financial-partners, counting-rules.
content/pages/about/en.md:16:7: error: no hay clase (kind) de agreements-by-region con el nombre «coloumns» [unknown-show]
   16 | kind: coloumns
      |       ^~~~~~~~
  consejo: ¿quería decir «columns»? Elija entre: bars, columns, stacked, grouped, shares, dots.
content/pages/about/en.md:22:7: error: no hay clase (kind) de contributions-by-region con el nombre «pie» [unknown-show]
   22 | kind: pie
      |       ^~~
  consejo: Elija entre: multiples, stacked, grouped.
4 errores
