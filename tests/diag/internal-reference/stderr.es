content/agreements/2024/bdt-2024-017.yaml:4:9: nota: «bdt-2022-004» es interno, de modo que las páginas públicas muestran esto sin nombrarlo [internal-reference]
    4 | parent: bdt-2022-004
      |         ^~~~~~~~~~~~
  consejo: Déjelo así, salvo que deba ser público.
content/agreements/2024/bdt-2024-018.yaml:4:9: nota: «bdt-2022-004» es interno, de modo que las páginas públicas muestran esto sin nombrarlo [internal-reference]
    4 | amends: bdt-2022-004
      |         ^~~~~~~~~~~~
  consejo: Déjelo así, salvo que deba ser público.
2 notas
