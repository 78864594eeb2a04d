content/pages/agreements/bdt-2024-017/en.md: nota: este texto se muestra solo en el perfil interno: «bdt-2024-017» no se nombra en público [page-internal]
  consejo: Déjelo así, salvo que deba ser público.
content/pages/partners/sample-bank/en.md: nota: este texto se muestra solo en el perfil interno: «sample-bank» no se nombra en público [page-internal]
  consejo: Déjelo así, salvo que deba ser público.
2 notas
