content/agreements/2024/bdt-2024-018.yaml:10:10: error: «bdt-2024-018» es interno, pero los lectores podrían deducir su valor de 2024.contributions.total y 9 más [internal-revealed]
   10 | publish: internal
      |          ^~~~~~~~
  consejo: Si de estas cifras se quita todo lo público, queda el dinero de menos de 2 acuerdos o socios internos: 2024.contributions.total, 2024.groups.a, 2024.contributions.partners, 2024.partners.top10.contributions, 2024.regions.EUR.contributions, 2024.priorities.kap-enabling-policy.contributions, 2024.types.private-sector.contributions, 2024.type-groups.private-sector.contributions, 2024.kinds.voluntary-contribution.contributions, 2024.partners.gsma.contributions. Publique este acuerdo, mantenga internos también otros que entran en las mismas cifras, o nombre las cifras en disclosure: reveal: de site.yaml.
content/published/d25.yaml:4:26: advertencia: 2024.agreements.count se imprimió como 1; las fichas de hoy dan 2 [printed-figure-differs]
    4 |   2024.agreements.count: 1
      |                          ^
  consejo: Si una ficha está mal, corríjala («accord explain 2024.agreements.count» nombra las que hay detrás de esta cifra). Si nunca se imprimió así, corríjalo aquí.
1 error, 1 advertencia
