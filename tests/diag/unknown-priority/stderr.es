content/agreements/2024/bdt-2024-017.yaml:15:14: error: prioridad desconocida «kap-digital-transformaton» [unknown-priority]
   15 | priorities: {kap-digital-transformaton: 60, kap-enabling-policy: 40}
      |              ^~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: ¿quería decir «kap-digital-transformation» (Digital transformation)? Las prioridades están en content/vocabulary/priorities.yaml
1 error
