content/stories/schools/es.md:4:14: nota: este testimonio se hace solo en el perfil interno: «bdt-2024-017» no se nombra en público [story-internal]
    4 | agreements: [bdt-2024-017]
      |              ^~~~~~~~~~~~
  consejo: Déjelo así, salvo que deba ser público.
1 nota
