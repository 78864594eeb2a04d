content/partners/gsma.yaml:4:14: error: categoría de miembro desconocida «sector-member» [unknown-membership]
    4 | membership: [sector-member]
      |              ^~~~~~~~~~~~~
  consejo: Las categorías de miembros están en content/vocabulary/memberships.yaml
1 error
