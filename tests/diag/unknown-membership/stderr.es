content/partners/gsma.yaml:4:14: error: categoría de miembro desconocida «sectormember» [unknown-membership]
    4 | membership: [sectormember]
      |              ^~~~~~~~~~~~
  consejo: ¿quería decir «sector-member» (ITU-D Sector Member)? Las categorías de miembros están en content/vocabulary/memberships.yaml
1 error
